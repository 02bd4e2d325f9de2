import { valueOf } from '../core/base.ts';
import { pendingTensor } from '../core/make.ts';
import { type Node, type Operand, type Rule, SINGLE } from '../core/node.ts';
import type { Tensor } from '../core/tensor.ts';

/*
 * The operations that are written out on plain numbers, forward and backward: a call whose target is not known takes
 * longer than the arithmetic, and boxes its numbers.
 */

export const OTHER = 0;
export const ADD = 1;
export const SUB = 2;
export const MUL = 3;
export const SQUARE = 4;
export const NEGATE = 5;

/** What an operation makes of two numbers; one of a single operand ignores the second. */
export type Forward = (x: number, y: number) => number;

/** A rule that may be one of them. */
interface Elementary extends Rule {
  readonly code: number;
  readonly forward: Forward;
}

/** rule.forward(x, y), written out. */
export function combine(rule: Elementary, x: number, y: number): number {
  switch (rule.code) {
    case ADD:
      return x + y;
    case SUB:
      return x - y;
    case MUL:
      return x * y;
    case SQUARE:
      return x * x;
    case NEGATE:
      return -x;
    default:
      return rule.forward(x, y);
  }
}

/** Takes the gradient that is pending at `node`, which `rule` made, to what is pending at its inputs. */
export function pull(rule: Elementary, node: Node): void {
  const { pending, firstNode, secondNode } = node;
  let toFirst = pending;
  let toSecond = pending;
  switch (rule.code) {
    case ADD:
      break;
    case SUB:
      toSecond = -pending;
      break;
    case MUL:
      if (firstNode !== null) toFirst = pending * factor(node, node.second as Operand);
      if (secondNode !== null) toSecond = pending * factor(node, node.first as Operand);
      break;
    case SQUARE:
      toFirst = 2 * pending * valueOf(node.first as Tensor);
      break;
    case NEGATE:
      toFirst = -pending;
      break;
    default:
      pullTensors(rule, node);
      return;
  }
  if (firstNode !== null) addPending(firstNode, toFirst);
  if (secondNode !== null) addPending(secondNode, toSecond);
}

function pullTensors(rule: Rule, node: Node): void {
  const { firstNode, secondNode } = node;
  const gradient = pendingTensor(node);
  if (firstNode !== null) addPending(firstNode, valueOf(rule.vjp(node, gradient, 0) as Tensor));
  if (secondNode !== null) addPending(secondNode, valueOf(rule.vjp(node, gradient, 1) as Tensor));
}

/** An operand as `node` computed with it. */
function factor(node: Node, operand: Operand): number {
  if (typeof operand !== 'number') return valueOf(operand);
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-conversion -- the plus tells the engine that it is a number, not to be boxed
  return node.flags & SINGLE ? Math.fround(operand) : +operand;
}

/** Adds a contribution to the gradient that is pending at `node`. */
function addPending(node: Node, gradient: number): void {
  node.pending =
    node.flags & SINGLE
      ? Math.fround(node.pending + Math.fround(gradient))
      : node.pending + gradient;
}
