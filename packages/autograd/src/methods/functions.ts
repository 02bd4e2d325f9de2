/** The functions that are methods as they are, the tensor being their first argument. */
export { registerHook, retainGrad } from '../autograd/hooks.ts';
export { backward } from '../autograd/grad.ts';
export { detach } from '../core/make.ts';
export { isContiguous } from '../core/base.ts';
export { gather, indexSelect, scatterAdd } from '../ops/along.ts';
export { add, div, mul, neg, reciprocal, sub } from '../ops/arithmetic.ts';
export {
  eq,
  ge,
  gt,
  isfinite,
  isinf,
  isnan,
  le,
  logicalAnd,
  logicalNot,
  logicalOr,
  logicalXor,
  lt,
  ne,
} from '../ops/compare.ts';
export { clone, contiguous, to } from '../ops/convert.ts';
export { sum } from '../ops/expand.ts';
export { exp, exp2, expm1, log, log10, log1p, log2, rsqrt, sqrt } from '../ops/exponential.ts';
export { amax, amin, argmax, argmin, max, min } from '../ops/extreme.ts';
export { setAt } from '../ops/indexing.ts';
export { bmm, dot, matmul, mm, mv, outer } from '../ops/matmul.ts';
export { median } from '../ops/median.ts';
export { atan2, clamp, fmod, hypot, lerp, maximum, minimum, remainder } from '../ops/pairs.ts';
export { chunk, narrow, select, split, unbind } from '../ops/parts.ts';
export { abs, ceil, erf, floor, relu, round, sigmoid, sign, trunc } from '../ops/pointwise.ts';
export { pow, square } from '../ops/power.ts';
export { diag, maskedFill, maskedSelect, roll, trace, tril, triu } from '../ops/rearrange.ts';
export { all, any, mean } from '../ops/reduce.ts';
export { cumprod, cumsum, sort, topk } from '../ops/scan.ts';
export { logSoftmax, logsumexp, softmax } from '../ops/softmax.ts';
export { norm, prod, std, variance as var } from '../ops/statistics.ts';
export {
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atanh,
  cos,
  cosh,
  sin,
  sinh,
  tan,
  tanh,
} from '../ops/trigonometry.ts';
export { flatten, squeeze, t, transpose, unsqueeze } from '../ops/view.ts';
