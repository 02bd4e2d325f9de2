/** Which characters each face of the course holds. What a text may use beyond them belongs in here. */

const range = (first: string, last: string): string => {
  const from = first.codePointAt(0) ?? NaN;
  const count = (last.codePointAt(0) ?? NaN) - from + 1;
  return Array.from({ length: count }, (_, index) => String.fromCodePoint(from + index)).join('');
};

const ascii = range(' ', '~');
const greek = 'ΓΔΘΛΠΣΦΨΩ' + range('α', 'ω');
const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋';
const indices = 'ˣʸᵀᵏⁿᵢⱼₖₙₜ';
const signs = '√∂∇∑∏∫∞≈≠≤≥±×÷−·∘∥←↑→↓↔↩✓✗¼½¾°‖';
/** Quotation marks, dashes, spaces, and the letters of names. */
const marks = '‘’“”–—•…′″\u00a0\u2009\u200b\u202f\u2060' + 'áäåæçèéëíñóöøúüıŁłşŝšŷžˉ\u0302';
const letters = ascii + marks + greek + digits + indices + signs;

const weights = { min: 400, max: 700 };
/** Pairs of letters are set closer, digits of one width, accents in their place. */
const textFeatures = ['kern', 'tnum', 'mark', 'ccmp'];
const katexLetters = range('A', 'Z') + range('a', 'z');
const delimiters = '()[]{}⟨⟩⌊⌋⌈⌉∣∥|/\\√∏∑∫∬∮⋂⋃⨁⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦⎧⎨⎩⎪⎫⎬⎭';

export interface Face {
  /** Its file in src/fonts, without the ending. */
  name: string;
  /** Where its source lies among the packages. */
  source: string;
  characters: string;
  /** OpenType features that are kept. */
  features: string[];
  /** A variable font's axes: a range, or one value that is kept. */
  axes?: Record<string, number | { min: number; max: number }>;
}

const serif = (name: string, style: string, characters: string): Face => ({
  name,
  source: `source-serif/WOFF2/VAR/SourceSerif4Variable-${style}.ttf.woff2`,
  characters,
  features: textFeatures,
  axes: { wght: weights, opsz: 14 },
});

/** U+E020 is KaTeX's own stroke of "not". */
const katex = (name: string, characters: string): Face => ({
  name: `KaTeX_${name}`,
  source: `katex/dist/fonts/KaTeX_${name}.woff2`,
  characters,
  features: [],
});

export const faces: readonly Face[] = [
  serif('serif', 'Roman', letters),
  serif('serif-italic', 'Italic', ascii + marks + greek + digits + '∂√∞≈≤≥×·−±'),
  {
    name: 'sans',
    source: 'inter-ui/variable/InterVariable.woff2',
    characters: letters,
    features: ['tnum', 'mark', 'ccmp'],
    axes: { wght: weights, opsz: 14 },
  },
  {
    name: 'mono',
    source: 'jetbrains-mono/fonts/webfonts/JetBrainsMonoNL-Regular.woff2',
    characters: ascii + greek + '–—‘’“”…²³·×−√∂∑∞≈≠≤≥←→│',
    features: [],
  },
  katex(
    'Main-Regular',
    ascii +
      greek +
      signs +
      '∣⊤⋅⋯↦⟶⌊⌋⌈⌉ˉˆ˜˙¨´`†‡ℓ℘ℏıȷ…′∓∗∙∼≃≅≡∝∈∉⊂⊃∪∩∀∃¬∧∨⊙⊕⊗⊥∠⟨⟩⌊⌋⌈⌉⟵⟷⇐⇒⇔⋮⋱⋆\u00a0\u200b\u0338\ue020',
  ),
  katex('Main-Bold', ascii),
  katex('Math-Italic', katexLetters + greek + 'ıȷ'),
  katex('Math-BoldItalic', katexLetters + greek),
  katex('AMS-Regular', range('A', 'Z') + '■□≲≳⊺'),
  katex('Caligraphic-Regular', range('A', 'Z')),
  katex('Size1-Regular', delimiters),
  katex('Size2-Regular', delimiters),
  katex('Size3-Regular', delimiters),
  katex('Size4-Regular', delimiters),
];
