/** The characters that people type or paste, spelled the few ways that the tokenizer knows. */

export interface Plain {
  text: string;
  /** For each character of `text`, and for its end, where it stood in what was typed. */
  origins: readonly number[];
}

const alike: readonly [spelling: string, characters: string][] = [
  ['-', '−‐‑‒–—―﹣'],
  ['*', '·⋅∙•×✕✖⨯∗⁎\u2062'],
  ['/', '÷∕⁄'],
  ['^', 'ˆ'],
  ['|', '∣│ǀ'],
  ["'", '′’‘`'],
  [' ', '"“”„‟«»$'],
  ['pi', 'π'],
  ['', '\u00ad\u200b\u200c\u200d\u2060\u2061\ufeff\ufe0f'],
];

const spellings = new Map(
  alike.flatMap(([spelling, characters]) =>
    Array.from(characters, (character) => [character, spelling] as const),
  ),
);

/** Unicode's plain forms would turn x² into x2, and ½ into digits. */
const kept = /[⁰¹²³⁴⁵⁶⁷⁸⁹⁻ˣʸ½⅓⅔¼¾⅕⅛]/;

/** Typed text with mathematical letters (𝑥, ₀), wide and smart characters in plain form. */
export function plainForm(typed: string): Plain {
  let text = '';
  const origins: number[] = [];
  let position = 0;
  for (const character of typed) {
    const plain = plainCharacter(character);
    text += plain;
    for (let index = 0; index < plain.length; index++) origins.push(position);
    position += character.length;
  }
  return { text, origins: [...origins, position] };
}

function plainCharacter(character: string): string {
  if (kept.test(character)) return character;
  const known = spellings.get(character);
  if (known !== undefined) return known;
  return Array.from(character.normalize('NFKC'), (part) => spellings.get(part) ?? part).join('');
}
