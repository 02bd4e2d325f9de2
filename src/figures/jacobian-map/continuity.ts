import { type Expression, type FunctionName, children } from '@calculus/expression';

/** Those that are defined, continuous and, but for kinks, differentiable for every number. */
const continuous: ReadonlySet<FunctionName> = new Set<FunctionName>([
  ...(['sin', 'cos', 'atan', 'sinh', 'cosh', 'tanh', 'exp', 'sigmoid'] as const),
  ...(['relu', 'softplus', 'erf', 'gelu', 'abs', 'max', 'min'] as const),
]);

/**
 * Whether a formula can be seen to have neither hole nor jump anywhere: nothing in it is divided by a
 * variable, raised to a power that is not whole, or put into a function with an edge.
 */
export const isContinuous = (expression: Expression): boolean =>
  isSafe(expression) && children(expression).every(isContinuous);

function isSafe(part: Expression): boolean {
  if (part.kind === 'call') return continuous.has(part.name);
  if (part.kind !== 'binary') return true;
  const { operator, right } = part;
  if (operator === '/') return right.kind === 'number' && right.value !== 0;
  return operator !== '^' || (right.kind === 'number' && Number.isInteger(right.value));
}
