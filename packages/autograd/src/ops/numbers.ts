import { valueOf } from '../core/base.ts';
import { scalarTensor } from '../core/make.ts';
import type { Node, NumberRule, Operand } from '../core/node.ts';
import type { Tensor } from '../tensor.ts';

/**
 * The operations that are written out below on plain numbers, forward and backward: a call whose target is
 * not known takes longer than the arithmetic, and boxes its numbers.
 */
export const OTHER = 0;
export const ADD = 1;
export const SUB = 2;
export const MUL = 3;
export const SQUARE = 4;
export const NEGATE = 5;

const codes = { add: ADD, sub: SUB, mul: MUL, div: OTHER, square: SQUARE, negate: NEGATE };

/** The rule of an elementwise operation. */
export abstract class ElementRule implements NumberRule {
  readonly name: string;
  readonly code: number;

  constructor(name: string, loop: keyof typeof codes | undefined) {
    this.name = name.includes('Backward') ? name : `${name}Backward0`;
    this.code = loop === undefined ? OTHER : codes[loop];
  }

  abstract vjp(node: Node, gradient: Tensor, i: number): Tensor;

  pull(node: Node): void {
    const { pending, firstNode, secondNode } = node;
    switch (this.code) {
      case ADD:
        if (firstNode !== null) add(firstNode, pending);
        if (secondNode !== null) add(secondNode, pending);
        break;
      case SUB:
        if (firstNode !== null) add(firstNode, pending);
        if (secondNode !== null) add(secondNode, -pending);
        break;
      case MUL:
        if (firstNode !== null) add(firstNode, times(node, node.second as Operand));
        if (secondNode !== null) add(secondNode, times(node, node.first as Operand));
        break;
      case SQUARE:
        if (firstNode !== null) add(firstNode, 2 * times(node, node.first as Operand));
        break;
      case NEGATE:
        if (firstNode !== null) add(firstNode, -pending);
        break;
      default:
        this.pullTensors(node, firstNode, secondNode);
    }
  }

  private pullTensors(node: Node, firstNode: Node | null, secondNode: Node | null): void {
    const gradient = pendingTensor(node);
    if (firstNode !== null) add(firstNode, valueOf(this.vjp(node, gradient, 0)));
    if (secondNode !== null) add(secondNode, valueOf(this.vjp(node, gradient, 1)));
  }
}

/** The gradient that is pending at `node`, as a tensor. */
export function pendingTensor(node: Node): Tensor {
  return scalarTensor(node.pending, node.single === true ? 'float32' : 'float64');
}

/** Adds a contribution to the gradient that is pending at `node`. */
function add(node: Node, gradient: number): void {
  const sum = node.pending + gradient;
  node.pending = node.single === true ? Math.fround(sum) : sum;
}

/** The pending gradient of `node` times an operand, each as the node stores them. */
function times(node: Node, operand: Operand): number {
  const factor = plain(operand);
  return node.single === true
    ? Math.fround(node.pending * Math.fround(factor))
    : node.pending * factor;
}

/** The operand as a number. The plus tells the compiler that it is one, not to be boxed. */
export function plain(operand: Operand): number {
  return typeof operand === 'number' ? +operand : valueOf(operand);
}
