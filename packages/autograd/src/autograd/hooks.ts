import type { Hook } from '../core/base.ts';
import { RuntimeError } from '../core/errors.ts';
import type { Node, Watchers } from '../core/node.ts';
import { nodeOf } from '../core/record.ts';
import { Tensor } from '../core/tensor.ts';
import { isAccumulator } from './leaf.ts';

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
function watchersOf(node: Node): Watchers {
  node.watchers ??= { hooks: [], retains: null };
  return node.watchers;
}

/**
 * Calls `hook` with the gradient for this tensor, which it may replace. `remove` undoes it.
 * Throws RuntimeError if this tensor does not require grad.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.register_hook.html
 */
export function registerHook(x: Tensor, hook: Hook): { remove(): void } {
  const node = nodeOf(x);
  if (node === null) {
    throw new RuntimeError("cannot register a hook on a tensor that doesn't require gradient");
  }
  const watchers = watchersOf(node);
  watchers.hooks = [...watchers.hooks, hook];
  return {
    remove: () => {
      watchers.hooks = watchers.hooks.filter((other) => other !== hook);
    },
  };
}

/**
 * Makes `grad` be filled although this is no leaf. Throws RuntimeError if this does not require grad.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.retain_grad.html
 */
export function retainGrad(x: Tensor): void {
  const node = nodeOf(x);
  if (node === null) {
    throw new RuntimeError("can't retain_grad on Tensor that has requires_grad=False");
  }
  if (!isAccumulator(node)) watchersOf(node).retains = x;
}
