import { valueOf } from '../core/base.ts';
import { allocate } from '../core/allocate.ts';
import {
  type DType,
  DIMENSIONED,
  NUMBER,
  ZERO_DIM,
  dtypeOfNumber,
  getDefaultDtype,
  isFloating,
  promote,
  round,
} from '../core/dtype.ts';
import { elementsAs, scalarTensor, wrap } from '../core/make.ts';
import { checkOperands } from '../core/check.ts';
import { FIRST, OUTPUT, type Operand, SECOND } from '../core/node.ts';
import { recordElementwise } from '../core/record.ts';
import { kernelsFor } from '../kernels/kernels.ts';
import type { Tensor } from '../core/tensor.ts';
import { type BinaryLoop, zipBroadcast } from './broadcast.ts';
import { type Forward, NEGATE, SQUARE, combine } from './elementary.ts';
import { ElementRule, type ElementVjp } from './rule.ts';
import { applyToNumbers, areNumbers, plain } from './scalar.ts';

/** What a rule needs unchanged until its gradient is asked for. */
export const NOTHING = 0;
export const BOTH = FIRST | SECOND;
export { FIRST, OUTPUT, SECOND };

/** One elementwise operation of one tensor. */
export interface UnaryDefinition {
  /** PyTorch's name of it, without `Backward0`. */
  name: string;
  /** The value, or the code of an elementary operation. */
  forward: ((x: number) => number) | number;
  /** The gradient for x, from that of y = forward(x). It may use what `saves` names: x unless said otherwise. */
  vjp: (gradient: Tensor, x: Tensor, y: Tensor) => Tensor;
  saves?: number;
  /** Whole numbers stay whole numbers; otherwise they become floating first. */
  keepsIntegers?: boolean;
}

/** The function that applies and records an elementwise operation. */
/* @__NO_SIDE_EFFECTS__ */
export function unary(definition: UnaryDefinition): (x: Tensor) => Tensor {
  const { name, forward, vjp, saves = FIRST, keepsIntegers = false } = definition;
  const toX: ElementVjp = (gradient, x, _, y) => vjp(gradient, x, y);
  const rule = new ElementRule(name, forward, toX, toX, saves, NOTHING, !keepsIntegers);
  return (x) => (areNumbers(x, 0) ? applyToNumbers(rule, x, null) : applyUnary(rule, x));
}

function applyUnary(rule: ElementRule, x: Tensor): Tensor {
  checkOperands(rule.name, x, 0);
  const dtype = computed(rule, x.dtype);
  const output =
    x.shape.length === 0
      ? scalarTensor(round(dtype, combine(rule, round(dtype, valueOf(x)), 0)), dtype)
      : mapElements(rule, x, dtype);
  return recordElementwise(output, rule, x, null);
}

/** The dtype in which `rule` computes with operands of `dtype`. */
function computed(rule: ElementRule, dtype: DType): DType {
  return rule.floats && !isFloating(dtype) ? getDefaultDtype() : dtype;
}

function mapElements({ forward, code }: ElementRule, x: Tensor, dtype: DType): Tensor {
  const data = elementsAs(x, dtype);
  const n = data.length;
  const out = allocate(dtype, n);
  const kernels = kernelsFor(dtype);
  if (code === SQUARE) kernels.mul(data, 0, 1, data, 0, 1, out, 0, n);
  else if (code === NEGATE) kernels.mul(data, 0, 1, allocate(dtype, 1).fill(-1), 0, 0, out, 0, n);
  else kernels.map(forward as (value: number) => number, data, 0, 1, out, 0, n);
  if (!isFloating(dtype)) out.forEach((value, k) => (out[k] = round(dtype, value)));
  return wrap(out, x.shape, dtype);
}

/** One elementwise operation of two operands, broadcast against each other. */
export interface BinaryDefinition {
  name: string;
  /** The value, or the code of an elementary operation. */
  forward: Forward | number;
  /** A loop written for this operation, which is faster than calling `forward` for each element. */
  loop?: BinaryLoop;
  /** The gradients for a and for b, before what was broadcast is undone. */
  vjp: readonly [ElementVjp, ElementVjp];
  /** What each of them uses. */
  saves: readonly [number, number];
  /** Whole numbers become floating first, as in a division. */
  floats?: boolean;
}

/** The function that applies and records an elementwise operation of two operands. */
/* @__NO_SIDE_EFFECTS__ */
export function binary(definition: BinaryDefinition): (a: Operand, b: Operand) => Tensor {
  const { name, forward, loop, vjp, saves, floats = false } = definition;
  const rule = new ElementRule(name, forward, ...vjp, ...saves, floats);
  return (a, b) => (areNumbers(a, b) ? applyToNumbers(rule, a, b) : applyBinary(rule, loop, a, b));
}

/** The dtype in which an operation on `a` and `b` computes. */
export function resultType(a: Operand, b: Operand): DType {
  const aNumber = typeof a === 'number';
  const bNumber = typeof b === 'number';
  if (!aNumber && (bNumber ? isFloating(a.dtype) : a.dtype === b.dtype)) return a.dtype;
  return promote(
    aNumber ? dtypeOfNumber(a) : a.dtype,
    aNumber ? NUMBER : a.shape.length === 0 ? ZERO_DIM : DIMENSIONED,
    bNumber ? dtypeOfNumber(b) : b.dtype,
    bNumber ? NUMBER : b.shape.length === 0 ? ZERO_DIM : DIMENSIONED,
  );
}

function applyBinary(
  rule: ElementRule,
  loop: BinaryLoop | undefined,
  a: Operand,
  b: Operand,
): Tensor {
  checkOperands(rule.name, a, b);
  const dtype = computed(rule, resultType(a, b));
  const aScalar = typeof a === 'number' || a.shape.length === 0;
  const bScalar = typeof b === 'number' || b.shape.length === 0;
  const output =
    aScalar && bScalar
      ? scalarTensor(combineAs(rule, plain(a), plain(b), dtype), dtype)
      : zipBroadcast(rule.forward, loop, a, b, dtype);
  return recordElementwise(output, rule, a, b);
}

function combineAs(rule: ElementRule, a: number, b: number, dtype: DType): number {
  return round(dtype, combine(rule, round(dtype, a), round(dtype, b)));
}
