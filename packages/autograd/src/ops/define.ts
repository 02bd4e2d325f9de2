import { valueOf } from '../core/base.ts';
import {
  type DType,
  type Data,
  DIMENSIONED,
  NUMBER,
  ZERO_DIM,
  allocate,
  dtypeOfNumber,
  getDefaultDtype,
  isFloating,
  promote,
  round,
} from '../core/dtype.ts';
import { elementsAs, scalarTensor, wrap } from '../core/make.ts';
import { type Node, OUTPUT, type NumberRule, type Operand } from '../core/node.ts';
import { gradEnabled } from '../core/grad-mode.ts';
import { type BinarySaves, binaryNode, recordBinary, recordUnary } from '../core/record.ts';
import { kernelsFor } from '../kernels/kernels.ts';
import type { Tensor } from '../tensor.ts';
import { type Loop, zipBroadcast } from './broadcast.ts';
import { sumToSize } from './reduce.ts';
import { to } from './convert.ts';

/** What a rule needs unchanged until its gradient is asked for. */
export const NOTHING = 0;
export const FIRST = 1;
export const SECOND = 2;
export const BOTH = 3;
export { OUTPUT };

/** One elementwise operation of one tensor. */
export interface UnaryDefinition {
  /** PyTorch's name of it, without `Backward0`. */
  name: string;
  forward(x: number): number;
  /** The same as a product of x with itself or with −1, which has a loop of its own. */
  loop?: 'square' | 'negate';
  /** The gradient for x, from that of y = forward(x). It may use what `saves` names: x unless said otherwise. */
  vjp(gradient: Tensor, x: Tensor, y: Tensor): Tensor;
  saves?: number;
  /** Whole numbers stay whole numbers; otherwise they become floating first. */
  keepsIntegers?: boolean;
}

/** Adds a contribution to the gradient that is pending at `node`. */
function add(node: Node, gradient: number): void {
  const sum = node.pending + gradient;
  node.pending = node.dtype === 'float32' ? Math.fround(sum) : sum;
}

/** `value` as a node stores it whose gradient is a number. */
function fit(node: Node, value: number): number {
  return node.dtype === 'float32' ? Math.fround(value) : value;
}

/*
 * A call whose target is not known takes longer than the arithmetic, and boxes its numbers. So the most
 * common operations have their `forward` and `vjp` on numbers written out below, by the name of their loop.
 */
class UnaryRule implements NumberRule {
  readonly name: string;
  readonly forward: (x: number) => number;
  readonly derivative: (gradient: Tensor, x: Tensor, y: Tensor) => Tensor;
  readonly loop: UnaryDefinition['loop'];
  readonly saves: number;
  readonly keepsIntegers: boolean;

  constructor(definition: UnaryDefinition) {
    const { name, forward, loop, vjp, saves = FIRST, keepsIntegers = false } = definition;
    this.name = name.includes('Backward') ? name : `${name}Backward0`;
    this.forward = forward;
    this.loop = loop;
    this.derivative = vjp;
    this.saves = saves;
    this.keepsIntegers = keepsIntegers;
  }

  vjp(node: Node, gradient: Tensor): Tensor {
    return this.derivative(gradient, node.first as Tensor, node.output as Tensor);
  }

  pull(node: Node): void {
    const next = node.firstNode as Node;
    if (this.loop === 'square') {
      add(next, fit(node, node.pending * 2 * valueOf(node.first as Tensor)));
    } else if (this.loop === 'negate') add(next, -node.pending);
    else add(next, valueOf(this.vjp(node, scalarTensor(node.pending, node.dtype as DType))));
  }
}

/** The function that applies and records an elementwise operation. */
/* @__NO_SIDE_EFFECTS__ */
export function unary(definition: UnaryDefinition): (x: Tensor) => Tensor {
  const rule = new UnaryRule(definition);
  return (x) => applyUnary(rule, x);
}

function applyUnary(rule: UnaryRule, x: Tensor): Tensor {
  const { dtype: from } = x;
  const dtype = isFloating(from) || rule.keepsIntegers ? from : getDefaultDtype();
  const output =
    x.shape.length === 0
      ? scalarTensor(round(dtype, compute(rule, valueOf(x))), dtype)
      : mapElements(rule, x, dtype);
  return recordUnary(output, rule, x, rule.saves);
}

/** rule.forward(x), written out. */
function compute(rule: UnaryRule, x: number): number {
  if (rule.loop === 'square') return x * x;
  return rule.loop === 'negate' ? -x : rule.forward(x);
}

function mapElements({ forward, loop }: UnaryRule, x: Tensor, dtype: DType): Tensor {
  const data = elementsAs(x, dtype);
  const n = data.length;
  const out = allocate(dtype, n);
  const kernels = kernelsFor(dtype);
  if (loop === 'square') kernels.mul(data, 0, 1, data, 0, 1, out, 0, n);
  else if (loop === 'negate') kernels.mul(data, 0, 1, filledData(dtype, -1), 0, 0, out, 0, n);
  else kernels.map(forward, data, 0, 1, out, 0, n);
  return wrap(out, x.shape, dtype);
}

function filledData(dtype: DType, value: number): Data {
  return allocate(dtype, 1).fill(value);
}

/** One elementwise operation of two operands, broadcast against each other. */
export interface BinaryDefinition {
  name: string;
  forward(a: number, b: number): number;
  /** A loop written for this operation, which is faster than calling `forward` for each element. */
  loop?: Loop;
  /** The gradients for a and for b, before what was broadcast is undone. */
  vjp: readonly [BinaryVjp, BinaryVjp];
  /** What each of them uses. */
  saves: readonly [number, number];
  /** Whole numbers become floating first, as in a division. */
  floats?: boolean;
}

type BinaryVjp = (gradient: Tensor, a: Tensor, b: Tensor, output: Tensor) => Tensor;

class BinaryRule implements NumberRule, BinarySaves {
  readonly name: string;
  readonly forward: (a: number, b: number) => number;
  readonly loop: Loop | undefined;
  readonly toA: BinaryVjp;
  readonly toB: BinaryVjp;
  readonly savesA: number;
  readonly savesB: number;
  readonly floats: boolean;

  constructor({ name, forward, loop, vjp, saves, floats = false }: BinaryDefinition) {
    this.name = name.includes('Backward') ? name : `${name}Backward0`;
    this.forward = forward;
    this.loop = loop;
    [this.toA, this.toB] = vjp;
    [this.savesA, this.savesB] = saves;
    this.floats = floats;
  }

  /** The one place where a broadcast, or a change of dtype, is undone. */
  vjp(node: Node, gradient: Tensor, i: number): Tensor {
    const { first: a, second: b } = node;
    const rule = i === 0 ? this.toA : this.toB;
    const raw = rule(gradient, a as Tensor, b as Tensor, node.output as Tensor);
    const input = (i === 0 ? a : b) as Tensor;
    const summed = raw.shape === input.shape ? raw : sumToSize(raw, input.shape);
    return summed.dtype === input.dtype ? summed : to(summed, input.dtype);
  }

  pull(node: Node): void {
    const { pending, firstNode, secondNode } = node;
    const { loop } = this;
    if (loop === 'add') {
      if (firstNode !== null) add(firstNode, pending);
      if (secondNode !== null) add(secondNode, pending);
    } else if (loop === 'mul') {
      if (firstNode !== null)
        add(firstNode, fit(node, pending * fit(node, plain(node.second as Operand))));
      if (secondNode !== null)
        add(secondNode, fit(node, pending * fit(node, plain(node.first as Operand))));
    } else if (loop === 'sub') {
      if (firstNode !== null) add(firstNode, pending);
      if (secondNode !== null) add(secondNode, -pending);
    } else {
      const gradient = scalarTensor(pending, node.dtype as DType);
      if (firstNode !== null) add(firstNode, valueOf(this.vjp(node, gradient, 0)));
      if (secondNode !== null) add(secondNode, valueOf(this.vjp(node, gradient, 1)));
    }
  }
}

/** The function that applies and records an elementwise operation of two operands. */
/* @__NO_SIDE_EFFECTS__ */
export function binary(definition: BinaryDefinition): (a: Operand, b: Operand) => Tensor {
  const rule = new BinaryRule(definition);
  return (a, b) => applyBinary(rule, a, b);
}

/** The dtype in which an operation on `a` and `b` computes. */
export function resultType(a: Operand, b: Operand): DType {
  const aNumber = typeof a === 'number';
  const bNumber = typeof b === 'number';
  if (aNumber) {
    if (!bNumber && isFloating(b.dtype)) return b.dtype;
  } else if (bNumber ? isFloating(a.dtype) : a.dtype === b.dtype) return a.dtype;
  return promote(
    aNumber ? dtypeOfNumber(a) : a.dtype,
    aNumber ? NUMBER : a.shape.length === 0 ? ZERO_DIM : DIMENSIONED,
    bNumber ? dtypeOfNumber(b) : b.dtype,
    bNumber ? NUMBER : b.shape.length === 0 ? ZERO_DIM : DIMENSIONED,
  );
}

function applyBinary(rule: BinaryRule, a: Operand, b: Operand): Tensor {
  if (typeof a !== 'number' && a.memory === null && isFloating(a.dtype)) {
    if (typeof b === 'number') return applyToNumbers(rule, a, b, +b, null);
    if (b.memory === null && b.dtype === a.dtype)
      return applyToNumbers(rule, a, b, b.scalar, b.node);
  }
  const common = resultType(a, b);
  const dtype = rule.floats && !isFloating(common) ? getDefaultDtype() : common;
  const aScalar = typeof a === 'number' || a.shape.length === 0;
  const bScalar = typeof b === 'number' || b.shape.length === 0;
  const output =
    aScalar && bScalar
      ? scalarTensor(combine(rule, numberIn(a, dtype), numberIn(b, dtype), dtype), dtype)
      : zipBroadcast(rule.forward, rule.loop, a, b, dtype);
  return recordBinary(output, rule, a, b);
}

/** The same for two numbers in fresh 0-dim tensors of one floating dtype, or one that takes a plain number. */
function applyToNumbers(
  rule: BinaryRule,
  a: Tensor,
  b: Operand,
  y: number,
  nextB: Node | null,
): Tensor {
  const { dtype, node: nextA } = a;
  const output = scalarTensor(combine(rule, a.scalar, round(dtype, y), dtype), dtype);
  if (gradEnabled && (nextA !== null || nextB !== null)) {
    output.node = binaryNode(output, rule, a, b, nextA, nextB);
  }
  return output;
}

/** rule.forward(x, y) as `dtype` stores it. */
function combine(rule: BinaryRule, x: number, y: number, dtype: DType): number {
  switch (rule.loop) {
    case 'mul':
      return round(dtype, x * y);
    case 'add':
      return round(dtype, x + y);
    case 'sub':
      return round(dtype, x - y);
    default:
      return round(dtype, rule.forward(x, y));
  }
}

/** The operand as a number, not to be boxed: the plus tells the compiler. */
function plain(operand: Operand): number {
  return typeof operand === 'number' ? +operand : valueOf(operand);
}

/** The operand as a number of `dtype`. The plus tells the compiler that it is a number, not to be boxed. */
function numberIn(operand: Operand, dtype: DType): number {
  return round(dtype, typeof operand === 'number' ? +operand : valueOf(operand));
}
