import { valueOf } from '../core/base.ts';
import { isFloating } from '../core/dtype.ts';
import { gradEnabled } from '../core/grad-mode.ts';
import { scalarTensor } from '../core/make.ts';
import { NUMBERS, Node, OUTPUT, type Operand, SINGLE } from '../core/node.ts';
import { VERSION_BITS, VERSION_MASK } from '../core/record.ts';
import { SCALAR } from '../core/shape.ts';
import { Tensor } from '../tensor.ts';
import { ADD, type ElementRule, MUL, NEGATE, SQUARE, SUB } from './rule.ts';

/*
 * Elementwise operations in a graph of numbers: fresh 0-dim tensors of one floating dtype, of which each
 * operation makes another. What a computation on scalars does nearly always, without a detour.
 */

/** Whether `a` and `b` are such numbers, or plain ones beside one; null stands for no operand. */
export function areNumbers(a: Operand, b: Operand | null): a is Tensor {
  if (typeof a === 'number' || a.memory !== null || !isFloating(a.dtype)) return false;
  return typeof b === 'number' || b === null || (b.memory === null && b.dtype === a.dtype);
}

/** The result of `rule` on numbers, recorded if a gradient is wanted. */
export function applyToNumbers(rule: ElementRule, a: Tensor, b: Operand | null): Tensor {
  const { dtype, node: nextA } = a;
  const single = dtype === 'float32';
  let y = 0;
  let nextB: Node | null = null;
  let versions = a.scalarVersion & VERSION_MASK;
  if (typeof b === 'number') y = single ? Math.fround(b) : +b;
  else if (b !== null) {
    y = b.scalar;
    nextB = b.node;
    versions |= (b.scalarVersion & VERSION_MASK) << VERSION_BITS;
  }
  const exact = combine(rule, a.scalar, y);
  const output = new Tensor(SCALAR, dtype, single ? Math.fround(exact) : exact, null);
  if (!gradEnabled || (nextA === null && nextB === null)) return output;
  let flags = single ? NUMBERS | SINGLE : NUMBERS;
  if (nextA !== null) flags = (flags & (nextA.flags | ~NUMBERS)) | rule.savesA;
  if (nextB !== null) flags = (flags & (nextB.flags | ~NUMBERS)) | rule.savesB;
  const node = new Node(rule, a, b, nextA, nextB, flags, versions);
  if (flags & OUTPUT) node.output = output;
  output.node = node;
  return output;
}

/** rule.forward(x, y), written out. */
export function combine(rule: ElementRule, x: number, y: number): number {
  switch (rule.code) {
    case MUL:
      return x * y;
    case ADD:
      return x + y;
    case SUB:
      return x - y;
    case SQUARE:
      return x * x;
    case NEGATE:
      return -x;
    default:
      return rule.forward(x, y);
  }
}

/** Adds the gradients for both inputs, from the one that is pending at `node`, to what is pending at theirs. */
export function pull(node: Node): void {
  const { pending, firstNode, secondNode } = node;
  const rule = node.rule as ElementRule;
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
  if (firstNode !== null) add(firstNode, toFirst);
  if (secondNode !== null) add(secondNode, toSecond);
}

function pullTensors(rule: ElementRule, node: Node): void {
  const { firstNode, secondNode } = node;
  const gradient = pendingTensor(node);
  if (firstNode !== null) add(firstNode, valueOf(rule.vjp(node, gradient, 0)));
  if (secondNode !== null) add(secondNode, valueOf(rule.vjp(node, gradient, 1)));
}

/** The gradient that is pending at `node`, as a tensor. */
export function pendingTensor(node: Node): Tensor {
  return scalarTensor(node.pending, node.flags & SINGLE ? 'float32' : 'float64');
}

/** Adds a contribution to the gradient that is pending at `node`. */
function add(node: Node, gradient: number): void {
  node.pending =
    node.flags & SINGLE
      ? Math.fround(node.pending + Math.fround(gradient))
      : node.pending + gradient;
}

/** An operand as `node` computed with it. */
function factor(node: Node, operand: Operand): number {
  if (typeof operand !== 'number') return valueOf(operand);
  return node.flags & SINGLE ? Math.fround(operand) : +operand;
}

/** The operand as a number. The plus tells the compiler that it is one, not to be boxed. */
export function plain(operand: Operand): number {
  return typeof operand === 'number' ? +operand : valueOf(operand);
}
