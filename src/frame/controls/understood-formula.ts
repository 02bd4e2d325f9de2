import { ExpressionError, parse, parsePair, toMathML } from '@calculus/expression';

/** A formula, or a pair of them, as MathML; null for one that cannot be read. */
export function understood(
  formula: string,
  variables: readonly string[],
  pair = false,
): string | null {
  try {
    const expressions = pair ? parsePair(formula, { variables }) : [parse(formula, { variables })];
    return expressions.map(toMathML).join(', ');
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}
