/** How tightly the parts of a written formula hold together, and so where parentheses are needed. */
import type { Operator } from './tree.ts';

export const SIGN = 3;
export const POWER = 4;
/** A number, a name, a call, or what stands in parentheses. */
export const ATOM = 5;

/** The parser's own order. */
export const operatorTightness: Readonly<Record<Operator, number>> = {
  '+': 1,
  '-': 1,
  '*': 2,
  '/': 2,
  '^': POWER,
};

/** What an operand must reach to stand on that side of an operator without parentheses. */
export function requiredTightness(operator: Operator, side: 'left' | 'right'): number {
  const own = operatorTightness[operator];
  if (operator === '^') return side === 'left' ? ATOM : SIGN;
  return side === 'left' ? own : own + 1;
}

/** A part of a formula as text. */
export interface Written {
  text: string;
  tightness: number;
}

/** The text, in parentheses where it holds together less tightly than its place requires. */
export function enclosed({ text, tightness }: Written, required: number): string {
  return tightness < required ? `(${text})` : text;
}

/** Two operands and the sign between: `x + y`, `x*y`, with `sign` for how a language spells it. */
export function infix(operator: Operator, left: Written, right: Written, sign: string): Written {
  const space = operator === '+' || operator === '-' ? ' ' : '';
  const first = enclosed(left, requiredTightness(operator, 'left'));
  const second = enclosed(right, requiredTightness(operator, 'right'));
  return {
    text: `${first}${space}${sign}${space}${second}`,
    tightness: operatorTightness[operator],
  };
}
