import { type Algebra, fold } from './algebra.ts';
import { isPairName } from './functions.ts';
import { ATOM, SIGN, type Written, enclosed, infix } from './tightness.ts';
import type { Expression } from './tree.ts';

/**
 * The formula as a reader types it, every product written out: `parse(toText(tree))` is `tree`
 * again, as long as the text stays within the parser's limits.
 */
export function toText(expression: Expression): string {
  return fold(expression, texts).text;
}

const atom = (text: string): Written => ({ text, tightness: ATOM });

const texts: Algebra<Written> = {
  number: (value) => atom(String(value)),
  constant: atom,
  variable: atom,
  negate: (operand) => ({ text: `-${enclosed(operand, SIGN)}`, tightness: SIGN }),
  binary: (name, left, right) =>
    isPairName(name)
      ? atom(`${name}(${left.text}, ${right.text})`)
      : infix(name, left, right, name),
  call: (name, operand) => atom(`${name}(${operand.text})`),
};
