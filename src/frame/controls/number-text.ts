/** Numbers as readers write them: 0.5, .5, −3, 1e-3, 0,5 and 1/3. */

/** The exact decimals of most float64 numbers, and a fraction of two, are shorter. */
const LONGEST = 200;
/** No two parts of it can read the same digits, so that it takes one pass. */
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
/** 1,000 is a thousand to some and one to others. */
const AMBIGUOUS = /^[+-]?\d{1,3}(?:,\d{3})+$/;
const DECIMAL_COMMA = /^[+-]?\d*,\d+(?:e[+-]?\d+)?$/i;

const readDecimal = (text: string): number | null => {
  if (AMBIGUOUS.test(text)) return null;
  const plain = DECIMAL_COMMA.test(text) ? text.replace(',', '.') : text;
  if (!NUMBER.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
};

/** The finite number that the text says; null where it says none or is longer than 200 characters. */
export function readNumber(text: string): number | null {
  if (text.length > LONGEST) return null;
  const [numerator = '', denominator, ...rest] = text
    .trim()
    .replace(/[−–]/g, '-')
    .split('/')
    .map((part) => part.trim());
  if (rest.length > 0) return null;
  const top = readDecimal(numerator);
  if (denominator === undefined || top === null) return top;
  const bottom = readDecimal(denominator);
  return bottom === null || bottom === 0 ? null : top / bottom;
}
