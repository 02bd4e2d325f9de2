import { argumentsOf } from '../core/check.ts';
import { isFloating } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { LEAF, Node, type Rule } from '../core/node.ts';
import { nodeOf, numbersBits } from '../core/record.ts';
import type { Tensor } from '../core/tensor.ts';

const rule: Rule = { name: 'AccumulateGrad', vjp: () => null };

/** The node at which the gradient of a leaf arrives. */
export function accumulatorFor(leaf: Tensor): Node {
  return new Node(rule, leaf, null, null, null, LEAF | numbersBits(leaf, null, null), 0);
}

export function isAccumulator(node: Node): boolean {
  return (node.flags & LEAF) !== 0;
}

/**
 * Whether no recorded operation made this tensor.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.is_leaf.html
 */
export function isLeaf(x: Tensor): boolean {
  const node = nodeOf(x);
  return node === null || isAccumulator(node);
}

/** The recorded operation that made this tensor, or null. */
export function gradFn(x: Tensor): Node | null {
  const node = nodeOf(x);
  return node === null || isAccumulator(node) ? null : node;
}

const checkRequiresGrad = argumentsOf('requiresGrad_ self:T requiresGrad:b?');

/**
 * Starts or stops recording what is done with this leaf.
 * Throws RuntimeError for int64 and bool, and for false where an operation made this tensor.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.requires_grad_.html
 */
export function requiresGrad_<Kind extends Tensor>(x: Kind, value = true): Kind {
  if (typeof value !== 'boolean') checkRequiresGrad(x, value);
  if (value && !isFloating(x.dtype)) {
    throw new RuntimeError('only Tensors of floating point dtype can require gradients');
  }
  if (!isLeaf(x)) {
    if (value) return x;
    throw new RuntimeError(
      'you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a ' +
        "subgraph that doesn't require differentiation use var_no_grad = var.detach().",
    );
  }
  if (value !== x.requiresGrad) x.node = value ? accumulatorFor(x) : null;
  return x;
}
