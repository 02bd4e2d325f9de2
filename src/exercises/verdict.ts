/** What a grader says: `unreadable` means nothing was judged and nothing counts against the learner. */
export interface Verdict {
  kind: 'right' | 'wrong' | 'unreadable';
  words: string;
}

export const right = (words = ''): Verdict => ({ kind: 'right', words: `Right. ${words}`.trim() });
export const wrong = (words: string): Verdict => ({ kind: 'wrong', words });
export const unreadable = (words: string): Verdict => ({ kind: 'unreadable', words });
