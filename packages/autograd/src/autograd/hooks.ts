import type { Node, Watchers } from '../core/node.ts';
import { Tensor } from '../tensor.ts';

/** Hands a gradient to the hooks of its tensor, in order; each may replace it. */
export function runHooks(node: Node, gradient: Tensor): Tensor {
  let current = gradient;
  for (const hook of node.watchers?.hooks ?? []) {
    const replaced = hook(current);
    if (replaced instanceof Tensor) current = replaced;
  }
  const retains = node.watchers?.retains ?? null;
  if (retains !== null) {
    const { gradient: held } = retains;
    retains.gradient = held === null ? current : held.add(current);
  }
  return current;
}

/** The watchers of a node, made now if there are none. */
export function watchersOf(node: Node): Watchers {
  node.watchers ??= { hooks: [], retains: null };
  return node.watchers;
}
