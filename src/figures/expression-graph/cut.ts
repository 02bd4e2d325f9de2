/** Where a formula is cut by detach. */
import { type Expression, children, variablesOf } from '@calculus/expression';

/** Something computed on the way to the output, in order. */
interface Part {
  expression: Expression;
}

/**
 * The number of the part whose result is detached: of those that leave another path to a variable,
 * the one computed last; where every cut takes all paths, the last before the output. Null where
 * nothing is computed before the output.
 */
export function cutOf(parts: readonly Part[]): number | null {
  const inner = parts.slice(0, -1);
  const root = parts.at(-1)?.expression;
  const kept = inner.findLastIndex(({ expression }) => root && leavesAPath(root, expression));
  if (kept >= 0) return kept;
  return inner.length === 0 ? null : inner.length - 1;
}

/** Whether a variable stands in `whole` outside of `cut`. */
function leavesAPath(whole: Expression, cut: Expression): boolean {
  if (whole === cut || variablesOf(whole).length === 0) return false;
  return whole.kind === 'variable' || children(whole).some((part) => leavesAPath(part, cut));
}
