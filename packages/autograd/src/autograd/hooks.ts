import type { Hook } from '../core/base.ts';
import { checked, kindOf } from '../core/check.ts';
import { typeName } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import type { Node, Watchers } from '../core/node.ts';
import { nodeOf } from '../core/record.ts';
import { sameShape } from '../core/shape.ts';
import { Tensor } from '../core/tensor.ts';
import { isAccumulator } from './leaf.ts';

/** Hands a gradient to the hooks of its tensor, in order; each may replace it. */
export function runHooks(node: Node, gradient: Tensor): Tensor {
  let current = gradient;
  for (const hook of node.watchers?.hooks ?? []) {
    current = checkedResult(hook, hook(current), current);
  }
  const retains = node.watchers?.retains ?? null;
  if (retains !== null) {
    const { gradient: held } = retains;
    retains.gradient = held === null ? current : held.add(current);
  }
  return current;
}

/** What a hook gives in the place of `gradient`, or that where it gives nothing. */
function checkedResult(hook: Hook, result: unknown, gradient: Tensor): Tensor {
  if (result === undefined || result === null) return gradient;
  if (!(result instanceof Tensor)) {
    throw new TypeError(`expected Variable, but hook returned '${kindOf(result)}'`);
  }
  const changed = `hook '${hook.name || '<lambda>'}' has changed the`;
  if (result.dtype !== gradient.dtype) {
    const type = (x: Tensor): string => `torch.${typeName(x.dtype)}Tensor`;
    throw new RuntimeError(`${changed} type of value (was ${type(gradient)} got ${type(result)})`);
  }
  if (sameShape(result.shape, gradient.shape)) return result;
  throw new RuntimeError(`${changed} size of value`);
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
export const registerHook = checked(
  'registerHook self:T hook:f',
  (x: Tensor, hook: Hook): { remove(): void } => {
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
  },
);

/**
 * Makes `grad` be filled although this is no leaf. Throws RuntimeError if this does not require grad.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.retain_grad.html
 */
export const retainGrad = checked('retainGrad self:T', (x: Tensor): void => {
  const node = nodeOf(x);
  if (node === null) {
    throw new RuntimeError("can't retain_grad on Tensor that has requires_grad=False");
  }
  if (!isAccumulator(node)) watchersOf(node).retains = x;
});
