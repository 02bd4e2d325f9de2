import { type DType, isFloating } from '../core/dtype.ts';
import type { Operand } from '../core/node.ts';
import type { Tensor } from '../core/tensor.ts';
import { compareBroadcast } from './broadcast.ts';
import { checkOperands } from '../core/check.ts';
import { resultType } from './define.ts';

type Test = (a: number, b: number) => boolean;

/** A comparison has no gradient; its output is a bool tensor. */
/* @__NO_SIDE_EFFECTS__ */
function comparison(name: string, test: Test): (a: Operand, b: Operand) => Tensor {
  return (a, b) => {
    checkOperands(name, a, b);
    return compareBroadcast(test, a, b, comparable(resultType(a, b)));
  };
}

function comparable(dtype: DType): DType {
  return isFloating(dtype) ? dtype : 'int64';
}

/**
 * Whether a = b for each pair of elements, as bool; NaN equals nothing.
 * Shapes: broadcast. Dtypes: promoted, then compared. Throws RuntimeError if the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.eq.html
 */
export const eq = comparison('eq', (a, b) => a === b);
/**
 * Whether a ≠ b for each pair of elements, as bool; NaN differs from all.
 * Shapes: broadcast. Dtypes: promoted, then compared. Throws RuntimeError if the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.ne.html
 */
export const ne = comparison('ne', (a, b) => a !== b);
/**
 * Whether a < b for each pair of elements, as bool.
 * Shapes: broadcast. Dtypes: promoted, then compared. Throws RuntimeError if the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.lt.html
 */
export const lt = comparison('lt', (a, b) => a < b);
/**
 * Whether a ≤ b for each pair of elements, as bool.
 * Shapes: broadcast. Dtypes: promoted, then compared. Throws RuntimeError if the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.le.html
 */
export const le = comparison('le', (a, b) => a <= b);
/**
 * Whether a > b for each pair of elements, as bool.
 * Shapes: broadcast. Dtypes: promoted, then compared. Throws RuntimeError if the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.gt.html
 */
export const gt = comparison('gt', (a, b) => a > b);
/**
 * Whether a ≥ b for each pair of elements, as bool.
 * Shapes: broadcast. Dtypes: promoted, then compared. Throws RuntimeError if the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.ge.html
 */
export const ge = comparison('ge', (a, b) => a >= b);
/**
 * a and b for each pair of elements, as bool; numbers are true unless 0.
 * Shapes: broadcast. Dtypes: promoted, then compared. Throws RuntimeError if the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.logical_and.html
 */
export const logicalAnd = comparison('logicalAnd', (a, b) => a !== 0 && b !== 0);
/**
 * a or b for each pair of elements, as bool; numbers are true unless 0.
 * Shapes: broadcast. Dtypes: promoted, then compared. Throws RuntimeError if the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.logical_or.html
 */
export const logicalOr = comparison('logicalOr', (a, b) => a !== 0 || b !== 0);
/**
 * a or b, but not both, for each pair of elements, as bool; numbers are true unless 0.
 * Shapes: broadcast. Dtypes: promoted, then compared. Throws RuntimeError if the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.logical_xor.html
 */
export const logicalXor = comparison('logicalXor', (a, b) => (a !== 0) !== (b !== 0));

/**
 * Whether each element is 0 or false, as bool.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.logical_not.html
 */
export function logicalNot(x: Tensor): Tensor {
  return eq(x, 0);
}

/**
 * Whether each element is NaN, as bool.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.isnan.html
 */
export function isnan(x: Tensor): Tensor {
  checkOperands('isnan', x, 0);
  return compareBroadcast((a) => Number.isNaN(a), x, 0, comparable(x.dtype));
}

/**
 * Whether each element is neither infinite nor NaN, as bool.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.isfinite.html
 */
export function isfinite(x: Tensor): Tensor {
  checkOperands('isfinite', x, 0);
  return compareBroadcast((a) => Number.isFinite(a), x, 0, comparable(x.dtype));
}

/**
 * Whether each element is ∞ or −∞, as bool.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.isinf.html
 */
export function isinf(x: Tensor): Tensor {
  checkOperands('isinf', x, 0);
  return compareBroadcast((a) => Math.abs(a) === Infinity, x, 0, comparable(x.dtype));
}
