import type { Node } from '../core/node.ts';

/** The roots and all nodes that they lead to, oldest first. */
export function reachable(roots: readonly Node[]): Node[] {
  const found = new Set(roots);
  for (const node of found) {
    for (const next of node.nextFunctions) if (next !== null) found.add(next);
  }
  return [...found].sort((a, b) => a.sequence - b.sequence);
}

/** The nodes from which a target can be reached through their inputs. */
export function leadingTo(targets: ReadonlySet<Node>, roots: readonly Node[]): Set<Node> {
  const needed = new Set<Node>();
  for (const node of reachable(roots)) {
    const leads = node.nextFunctions.some(
      (next) => next !== null && (needed.has(next) || targets.has(next)),
    );
    if (leads) needed.add(node);
  }
  return needed;
}
