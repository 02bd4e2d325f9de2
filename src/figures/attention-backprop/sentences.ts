/** The sentences to choose from, each by its key in the address. */
export const sentences = {
  cat: 'the cat saw the dog',
  learn: 'we learn by doing',
  be: 'to be or not to be',
  no: 'no no no yes',
} as const;

export type Sentence = keyof typeof sentences;

export const isSentence = (key: string): key is Sentence => Object.hasOwn(sentences, key);

/** A sentence as a language model is trained on it: at each position the next word is wanted. */
export interface Task {
  /** Every different word once, in the order in which they come. */
  vocabulary: string[];
  /** The words that go in: all but the last. */
  tokens: string[];
  /** The words that are wanted: all but the first. */
  targets: string[];
  /** Where each word stands in the vocabulary. */
  tokenIds: number[];
  targetIds: number[];
}

export function taskOf(sentence: Sentence): Task {
  const words = sentences[sentence].split(' ');
  const vocabulary = [...new Set(words)];
  const ids = words.map((word) => vocabulary.indexOf(word));
  return {
    vocabulary,
    tokens: words.slice(0, -1),
    targets: words.slice(1),
    tokenIds: ids.slice(0, -1),
    targetIds: ids.slice(1),
  };
}

/** The positions of a word among those that go in. */
export const positionsOf = ({ tokenIds }: Task, word: number): number[] =>
  tokenIds.flatMap((id, position) => (id === word ? [position] : []));
