import type { Expression, Operator } from './tree.ts';

/** How tightly an expression holds together; the parser's own order. */
export function tightness(expression: Expression): number {
  if (expression.kind === 'binary') return operatorTightness[expression.operator];
  return expression.kind === 'negate' ? 3 : 5;
}

export const operatorTightness: Record<Operator, number> = {
  '+': 1,
  '-': 1,
  '*': 2,
  '/': 2,
  '^': 4,
};

/** What an operand must reach to stand on that side of an operator without parentheses. */
export function requiredTightness(operator: Operator, side: 'left' | 'right'): number {
  const own = operatorTightness[operator];
  if (operator === '^') return side === 'left' ? 5 : 3;
  return side === 'left' ? own : own + 1;
}

/**
 * The formula as a reader types it, every product written out: `parse(toText(tree))` is `tree`
 * again, as long as the text stays within the parser's limits.
 */
export function toText(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'constant':
    case 'variable':
      return expression.name;
    case 'negate':
      return `-${enclosed(expression.operand, 3)}`;
    case 'call':
      return `${expression.name}(${expression.operands.map(toText).join(', ')})`;
    case 'binary': {
      const { operator, left, right } = expression;
      const space = operator === '+' || operator === '-' ? ' ' : '';
      const first = enclosed(left, requiredTightness(operator, 'left'));
      const second = enclosed(right, requiredTightness(operator, 'right'));
      return `${first}${space}${operator}${space}${second}`;
    }
  }
}

function enclosed(expression: Expression, required: number): string {
  const text = toText(expression);
  return tightness(expression) < required ? `(${text})` : text;
}
