import { LEAF, Node, type Rule } from '../core/node.ts';
import { numbersBits } from '../core/record.ts';
import type { Tensor } from '../tensor.ts';

const rule: Rule = { name: 'AccumulateGrad', vjp: () => null };

/** The node at which the gradient of a leaf arrives. */
export function accumulatorFor(leaf: Tensor): Node {
  return new Node(rule, leaf, null, null, null, LEAF | numbersBits(leaf, null, null), 0);
}

export function isAccumulator(node: Node): boolean {
  return (node.flags & LEAF) !== 0;
}
