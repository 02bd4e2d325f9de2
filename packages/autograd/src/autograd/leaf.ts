import { Node, type Rule } from '../core/node.ts';
import { singleOf } from '../core/record.ts';
import type { Tensor } from '../tensor.ts';

const rule: Rule = { name: 'AccumulateGrad', vjp: () => null };

/** The node at which the gradient of a leaf arrives. */
export function accumulatorFor(leaf: Tensor): Node {
  return new Node(rule, leaf, null, null, null, 0, 0, singleOf(leaf, null, null));
}

export function isAccumulator(node: Node): boolean {
  return node.rule === rule;
}
