/** How words and formulas are written differently and meant alike. */

const letters =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );
const signs = 'α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ τ υ φ χ ψ ω'.split(' ');

const nameOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(signs.map((sign, index) => [sign, letters[index]])),
  ϵ: 'epsilon',
  ϕ: 'phi',
  '∇': 'nabla',
};

/** The letter of a Greek name, to be found in a text that writes the letter: "eta" is η. */
export const letterOf = (word: string): string | undefined => signs[letters.indexOf(word)];

/** "df/dx" and "∂f/∂x", where f has at most four letters and x one. */
const quotient = /(?<!\p{L})[d∂]\s?(\p{L}{1,4}\d*)\s?\/\s?[d∂]\s?(\p{L}\d*)(?!\p{L})/gu;

/** "f′(x)", and "f′" alone. */
const prime = /(?<!\p{L})(\p{L})[′'’](?:\s?\((\p{L})\))?(?!\p{L})/gu;

const named = (text: string): string =>
  text.replace(/[α-ωϵϕ∇]/gu, (sign) => (nameOf[sign] ? ` ${nameOf[sign]} ` : sign));

const derivative = (_: string, f: string, x = 'x'): string =>
  ` d${named(f).trim()}d${named(x).trim()} `;

/** Small letters, raised and bold ones made plain, and one spelling of what has several. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\bback[-\s]?prop(?:agation)?\b/g, 'backpropagation')
    .replace(/\bauto[-\s]grad\b/g, 'autograd');

const split = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** What is asked for: a derivative is one word, however it is written. */
export const wordsAsked = (query: string): string[] =>
  split(named(plain(query).replace(quotient, derivative).replace(prime, derivative)));

/** What a text can be found by: its words, and each derivative in it as one word more. */
export function wordsOf(text: string): string[] {
  const own = plain(text);
  const derivatives = [...own.matchAll(quotient), ...own.matchAll(prime)].map(([all, f = '', x]) =>
    derivative(all, f, x),
  );
  return split(`${named(own)} ${derivatives.join(' ')}`);
}
