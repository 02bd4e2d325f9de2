import { argumentsOf } from '../core/check.ts';
import type { Operand } from '../core/node.ts';
import type { Tensor } from '../core/tensor.ts';
import * as arithmetic from '../ops/arithmetic.ts';
import { exp, sqrt } from '../ops/exponential.ts';
import { inPlace, replacing } from '../ops/in-place.ts';
import { filledBy, overwrite } from '../ops/overwrite.ts';
import { clamp } from '../ops/pairs.ts';
import { relu, sigmoid } from '../ops/pointwise.ts';
import { pow } from '../ops/power.ts';
import { tanh } from '../ops/trigonometry.ts';

/*
 * Methods that change memory in place. They end in an underscore, return the tensor itself, count as a
 * new version, and are recorded as the operation without the underscore.
 * While recording they throw RuntimeError for a leaf that requires grad, a view of one, or one of several
 * views (as from `split`); always for a result of another shape, a floating one in a tensor of whole numbers,
 * and memory that was expanded, which only `zero_` and `fill_` may write.
 *
 * https://docs.pytorch.org/docs/stable/notes/autograd.html#in-place-operations-with-autograd
 */

/** {@link arithmetic.add} in place */
export const add_ = replacing(arithmetic.add);
/** {@link arithmetic.sub} in place */
export const sub_ = replacing(arithmetic.sub);
/** {@link arithmetic.mul} in place */
export const mul_ = replacing(arithmetic.mul);
/** {@link arithmetic.div} in place */
export const div_ = replacing(arithmetic.div);
/** {@link arithmetic.neg} in place */
export const neg_ = replacing(arithmetic.neg);
/** {@link pow} in place */
export const pow_ = replacing(pow);
/** {@link exp} in place */
export const exp_ = replacing(exp);
/** {@link sqrt} in place */
export const sqrt_ = replacing(sqrt);
/** {@link relu} in place */
export const relu_ = replacing(relu);
/** {@link sigmoid} in place */
export const sigmoid_ = replacing(sigmoid);
/** {@link tanh} in place */
export const tanh_ = replacing(tanh);
/** {@link clamp} in place */
export const clamp_ = replacing(clamp);

const checkFill = argumentsOf('fill_ self:T value:O');
const checkCopy = argumentsOf('copy_ self:T src:O');

/** Makes every element 0, in place. */
export function zero_(x: Tensor): Tensor {
  return inPlace(x, () => overwrite(x, 0, 'ZeroBackward0'), true);
}

/** Makes every element `value`, a number or a 0-dim tensor, cast, in place. */
export function fill_(x: Tensor, value: Operand): Tensor {
  checkFill(x, value);
  return inPlace(x, () => filledBy(x, value), true);
}

/** Takes the values of `source`, broadcast and cast, in place. */
export function copy_(x: Tensor, source: Operand): Tensor {
  checkCopy(x, source);
  return inPlace(x, () => overwrite(x, source, 'torch::autograd::CopyBackwards'));
}
