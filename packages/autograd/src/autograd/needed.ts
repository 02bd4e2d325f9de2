import type { Node } from '../core/node.ts';

/** The nodes from which a target can be reached through their inputs. */
export function leadingTo(targets: ReadonlySet<Node>, roots: readonly Node[]): Set<Node> {
  const reached = new Set(roots);
  for (const node of reached) {
    for (const next of node.nextFunctions) if (next !== null) reached.add(next);
  }
  const needed = new Set<Node>();
  for (const node of [...reached].sort((a, b) => a.sequence - b.sequence)) {
    const leads = node.nextFunctions.some(
      (next) => next !== null && (needed.has(next) || targets.has(next)),
    );
    if (leads) needed.add(node);
  }
  return needed;
}
