import { type DType, isFloating } from '../core/dtype.ts';
import type { Operand } from '../core/node.ts';
import type { Tensor } from '../tensor.ts';
import { compareBroadcast } from './broadcast.ts';
import { resultType } from './define.ts';

type Test = (a: number, b: number) => boolean;

/** A comparison has no gradient; its output is a bool tensor. */
/* @__NO_SIDE_EFFECTS__ */
function comparison(test: Test): (a: Operand, b: Operand) => Tensor {
  return (a, b) => compareBroadcast(test, a, b, comparable(resultType(a, b)));
}

function comparable(dtype: DType): DType {
  return isFloating(dtype) ? dtype : 'int64';
}

/** a = b, elementwise. */
export const eq = comparison((a, b) => a === b);
/** a ≠ b */
export const ne = comparison((a, b) => a !== b);
/** a < b */
export const lt = comparison((a, b) => a < b);
/** a ≤ b */
export const le = comparison((a, b) => a <= b);
/** a > b */
export const gt = comparison((a, b) => a > b);
/** a ≥ b */
export const ge = comparison((a, b) => a >= b);
/** a and b, numbers being true unless 0 */
export const logicalAnd = comparison((a, b) => a !== 0 && b !== 0);
/** a or b */
export const logicalOr = comparison((a, b) => a !== 0 || b !== 0);
/** either a or b */
export const logicalXor = comparison((a, b) => (a !== 0) !== (b !== 0));

/** Not x, elementwise. */
export function logicalNot(x: Tensor): Tensor {
  return eq(x, 0);
}

/** Where x is NaN, as a bool tensor. */
export function isnan(x: Tensor): Tensor {
  return compareBroadcast((a) => Number.isNaN(a), x, 0, comparable(x.dtype));
}

/** Where x is neither infinite nor NaN, as a bool tensor. */
export function isfinite(x: Tensor): Tensor {
  return compareBroadcast((a) => Number.isFinite(a), x, 0, comparable(x.dtype));
}

/** Where x is ∞ or −∞, as a bool tensor. */
export function isinf(x: Tensor): Tensor {
  return compareBroadcast((a) => Math.abs(a) === Infinity, x, 0, comparable(x.dtype));
}
