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
import { Node, OUTPUT, type Operand } from '../core/node.ts';
import { gradEnabled } from '../core/grad-mode.ts';
import { type BinarySaves, packVersions, recordBinary, recordUnary } from '../core/record.ts';
import { SCALAR } from '../core/shape.ts';
import { kernelsFor } from '../kernels/kernels.ts';
import { Tensor } from '../tensor.ts';
import { type Loop, zipBroadcast } from './broadcast.ts';
import { sumToSize } from './reduce.ts';
import { to } from './convert.ts';
import { ADD, ElementRule, MUL, NEGATE, SQUARE, SUB, plain } from './numbers.ts';

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

class UnaryRule extends ElementRule {
  readonly forward: (x: number) => number;
  readonly derivative: (gradient: Tensor, x: Tensor, y: Tensor) => Tensor;
  readonly saves: number;
  readonly keepsIntegers: boolean;

  constructor(definition: UnaryDefinition) {
    super(definition.name, definition.loop);
    this.forward = definition.forward;
    this.derivative = definition.vjp;
    this.saves = definition.saves ?? FIRST;
    this.keepsIntegers = definition.keepsIntegers ?? false;
  }

  vjp(node: Node, gradient: Tensor): Tensor {
    return this.derivative(gradient, node.first as Tensor, node.output as Tensor);
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
  if (rule.code === SQUARE) return x * x;
  return rule.code === NEGATE ? -x : rule.forward(x);
}

function mapElements({ forward, code }: UnaryRule, x: Tensor, dtype: DType): Tensor {
  const data = elementsAs(x, dtype);
  const n = data.length;
  const out = allocate(dtype, n);
  const kernels = kernelsFor(dtype);
  if (code === SQUARE) kernels.mul(data, 0, 1, data, 0, 1, out, 0, n);
  else if (code === NEGATE) kernels.mul(data, 0, 1, filledData(dtype, -1), 0, 0, out, 0, n);
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

class BinaryRule extends ElementRule implements BinarySaves {
  readonly forward: (a: number, b: number) => number;
  readonly loop: Loop | undefined;
  readonly toA: BinaryVjp;
  readonly toB: BinaryVjp;
  readonly savesA: number;
  readonly savesB: number;
  readonly floats: boolean;

  constructor({ name, forward, loop, vjp, saves, floats = false }: BinaryDefinition) {
    super(name, loop);
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
  if (gradEnabled && typeof a !== 'number' && a.memory === null && a.node?.single != null) {
    if (typeof b === 'number') return applyToNumbers(rule, a, b, +b, a.node, null, 0);
    if (b.memory === null && b.node?.single === a.node.single)
      return applyToNumbers(rule, a, b, b.scalar, a.node, b.node, b.scalarVersion);
  }
  const common = resultType(a, b);
  const dtype = rule.floats && !isFloating(common) ? getDefaultDtype() : common;
  const aScalar = typeof a === 'number' || a.shape.length === 0;
  const bScalar = typeof b === 'number' || b.shape.length === 0;
  const output =
    aScalar && bScalar
      ? scalarTensor(combineAs(rule, a, b, dtype), dtype)
      : zipBroadcast(rule.forward, rule.loop, a, b, dtype);
  return recordBinary(output, rule, a, b);
}

function combineAs(rule: BinaryRule, a: Operand, b: Operand, dtype: DType): number {
  return round(dtype, combine(rule, round(dtype, plain(a)), round(dtype, plain(b))));
}

/** The same, recorded, for two numbers in fresh 0-dim tensors of one dtype, or one and a plain number. */
function applyToNumbers(
  rule: BinaryRule,
  a: Tensor,
  b: Operand,
  y: number,
  nextA: Node,
  nextB: Node | null,
  versionB: number,
): Tensor {
  const { single } = nextA;
  const { savesA, savesB } = rule;
  const exact = combine(rule, a.scalar, single === true ? Math.fround(y) : y);
  const output = new Tensor(SCALAR, a.dtype, single === true ? Math.fround(exact) : exact, null);
  const saves = nextB === null ? savesA : savesA | savesB;
  const versions = saves === 0 ? 0 : packVersions(a.scalarVersion, versionB, 0);
  const node = new Node(rule, a, b, nextA, nextB, saves, versions, single);
  if (saves & OUTPUT) node.output = output;
  output.node = node;
  return output;
}

/** rule.forward(x, y), written out. */
function combine(rule: BinaryRule, x: number, y: number): number {
  switch (rule.code) {
    case MUL:
      return x * y;
    case ADD:
      return x + y;
    case SUB:
      return x - y;
    default:
      return rule.forward(x, y);
  }
}
