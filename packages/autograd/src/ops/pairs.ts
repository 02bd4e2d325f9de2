import { checkOperands, checked } from '../core/check.ts';
import type { Operand } from '../core/node.ts';
import { getDefaultDtype, isFloating, requireFloating, typeName } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { named, record } from '../core/record.ts';
import type { Tensor } from '../core/tensor.ts';
import { div, mul, neg, refuseZero, sub } from './arithmetic.ts';
import { sumToSize } from './expand.ts';
import { asTensor, zerosLike } from '../core/constant.ts';
import { BOTH, FIRST, NOTHING, OUTPUT, SECOND, binary, resultType, unary } from './define.ts';
import { where } from './where.ts';

/** The gradient where the operand won; half of it where both are equal; all of it where either is NaN. */
function share(g: Tensor, own: Operand, other: Operand, sign: 1 | -1): Tensor {
  const a = asTensor(own);
  const b = asTensor(other);
  const lost = sign === 1 ? a.lt(b) : a.gt(b);
  const halved = where(a.eq(b), g.mul(0.5), g);
  return where(lost, zerosLike(g), halved);
}

/**
 * The larger of each pair of elements, NaN if either is.
 * d max(a, b) = da where a > b, db where b > a, half of each in a tie
 * Shapes: broadcast. Dtypes: promoted. Throws RuntimeError if the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.maximum.html
 */
export const maximum = binary({
  name: 'Maximum',
  forward: Math.max,
  vjp: [(g, a, b) => share(g, a, b, 1), (g, a, b) => share(g, b, a, 1)],
  saves: [BOTH, BOTH],
});

/**
 * The smaller of each pair of elements, NaN if either is.
 * d min(a, b) = da where a < b, db where b < a, half of each in a tie
 * Shapes: broadcast. Dtypes: promoted. Throws RuntimeError if the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.minimum.html
 */
export const minimum = binary({
  name: 'Minimum',
  forward: Math.min,
  vjp: [(g, a, b) => share(g, a, b, -1), (g, a, b) => share(g, b, a, -1)],
  saves: [BOTH, BOTH],
});

/**
 * The angle of the point (x, y) in [−π, π], for each pair y, x.
 * d atan2(y, x) = (x dy − y dx) / (x² + y²)
 * Shapes: broadcast. Dtypes: promoted; whole numbers become floating.
 * Throws RuntimeError if the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.atan2.html
 */
export const atan2 = binary({
  name: 'Atan2',
  forward: Math.atan2,
  floats: true,
  vjp: [
    (g, y, x) => g.mul(div(x, asTensor(y).square().add(asTensor(x).square()))),
    (g, y, x) => g.mul(div(neg(asTensor(y)), asTensor(y).square().add(asTensor(x).square()))),
  ],
  saves: [BOTH, BOTH],
});

/**
 * a − ⌊a / b⌋ b of each pair of elements, which has the sign of b.
 * d(a mod b) = da − ⌊a / b⌋ db
 * Shapes: broadcast. Dtypes: promoted.
 * Throws RuntimeError if the shapes do not broadcast, or if whole numbers are divided by 0.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.remainder.html
 */
export const remainder = restOf('Remainder', 'floor', (a, b) => {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
});

/**
 * a − trunc(a / b) b of each pair of elements, which has the sign of a.
 * d fmod(a, b) = da − trunc(a / b) db
 * Shapes: broadcast. Dtypes: promoted.
 * Throws RuntimeError if the shapes do not broadcast, or if whole numbers are divided by 0.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.fmod.html
 */
export const fmod = restOf('Fmod', 'trunc', (a, b) => a % b);

/** What is left of a division; PyTorch numbers the nodes by whether the divisor is a number or a tensor. */
/* @__NO_SIDE_EFFECTS__ */
function restOf(
  name: string,
  roundingMode: 'floor' | 'trunc',
  forward: (a: number, b: number) => number,
): (a: Operand, b: Operand) => Tensor {
  const rest = (suffix: string) =>
    binary({
      name: `${name}Backward${suffix}`,
      forward,
      vjp: [(g) => g, (g, a, b) => neg(mul(g, div(asTensor(a), b, { roundingMode })))],
      saves: [NOTHING, BOTH],
    });
  const byNumber = rest('0');
  const byTensor = rest('1');
  return (a, b) => {
    checkOperands(name, a, b);
    refuseZero(a, b);
    return (typeof b === 'number' ? byNumber : byTensor)(a, b);
  };
}

/**
 * √(a² + b²) of each pair of elements. d√(a² + b²) = (a da + b db) / √(a² + b²), NaN at 0
 * Shapes: broadcast. Dtypes: promoted. Throws RuntimeError for whole numbers, or if the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.hypot.html
 */
export function hypot(a: Operand, b: Operand): Tensor {
  checkOperands('hypot', a, b);
  requireFloating(resultType(a, b), 'hypot_cpu');
  return hypotenuse(a, b);
}

const hypotenuse = binary({
  name: 'Hypot',
  forward: Math.hypot,
  floats: true,
  vjp: [(g, a, _, h) => mul(g, div(asTensor(a), h)), (g, _, b, h) => mul(g, div(asTensor(b), h))],
  saves: [FIRST | OUTPUT, SECOND | OUTPUT],
});

/** Options of `clamp`: the bounds, numbers or tensors. Either may be missing. */
export interface Bounds {
  /** No bound below unless given. */
  min?: Operand | null | undefined;
  /** No bound above unless given. */
  max?: Operand | null | undefined;
}

/**
 * min(max(x, `min`), `max`) of each element; NaN stays NaN, and `max` wins over a larger `min`.
 * d clamp(x) = dx inside the bounds, which count as inside; 0 outside. A bound gets it where it was taken.
 * Shapes: bounds are broadcast. Dtypes: promoted; a number without a fraction keeps that of `x`.
 * Throws RuntimeError if the shapes do not broadcast, or if there is no bound.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.clamp.html
 */
export const clamp = checked(
  'clamp self:T *min:O *max:O',
  (x: Tensor, { min, max }: Bounds = {}): Tensor => {
    if (min == null && max == null) {
      throw new RuntimeError("torch.clamp: At least one of 'min' or 'max' must not be None");
    }
    const low = min ?? -Infinity;
    const high = max ?? Infinity;
    if (x.dtype === 'bool' && typeof low === 'number' && typeof high === 'number') {
      return clamp(x.to('int64'), { min, max });
    }
    if (!isFloating(x.dtype) && [min, max].some(isFraction)) {
      return clamp(x.to(getDefaultDtype()), { min, max });
    }
    if (typeof low !== 'number' || typeof high !== 'number') return clampBetween(x, { min, max });
    const isBoth = min != null && max != null;
    const rule = unary({
      name: 'ClampBackward1',
      // Only where there are two bounds does one that is NaN count.
      forward: isBoth
        ? (value) => Math.min(Math.max(value, low), high)
        : (value) => (value < low ? low : value > high ? high : value),
      keepsIntegers: true,
      vjp: (g, input) => where(input.ge(low).logicalAnd(input.le(high)), g, zerosLike(g)),
    });
    return rule(x);
  },
);

function isFraction(bound: Operand | null | undefined): boolean {
  return typeof bound === 'number' && !Number.isInteger(bound);
}

/** The same with tensors for bounds: a gradient goes to whichever was taken. */
function clampBetween(x: Tensor, { min, max }: Bounds): Tensor {
  // A bound that is missing must not decide the dtype.
  const raised = min == null ? x : cut(x, min, x.lt(min));
  return named(max == null ? raised : cut(raised, max, raised.gt(max)), 'ClampBackward0');
}

/** `bound` where x is `beyond` it; a constant NaN where either is. */
function cut(x: Tensor, bound: Operand, beyond: Tensor): Tensor {
  const output = where(beyond, bound, x);
  const unordered = x.isnan().logicalOr(asTensor(bound).isnan());
  return unordered.any().item() ? where(unordered, NaN, output) : output;
}

function requireAs(a: Tensor, other: Operand, name: string): void {
  if (typeof other === 'number' || other.dtype === a.dtype) return;
  const show = ({ dtype }: Tensor): string =>
    typeName(dtype).toLowerCase().replace('long', 'long int');
  throw new RuntimeError(`expected dtype ${show(a)} for \`${name}\` but got dtype ${show(other)}`);
}

/**
 * a + w (b − a) of each element: a for w = 0, b for w = 1. d = (1 − w) da + w db + (b − a) dw
 * Shapes: broadcast. Throws RuntimeError if the shapes do not broadcast, the dtypes of the tensors differ, or they are
 * whole numbers.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.lerp.html
 */
export const lerp = checked(
  'lerp self:T end:O weight:O',
  (a: Tensor, b: Operand, weight: Operand): Tensor => {
    requireAs(a, b, 'end');
    requireAs(a, weight, 'weight');
    const isNumber = typeof weight === 'number';
    requireFloating(a.dtype, isNumber ? 'lerp_kernel_scalar' : 'lerp_kernel_tensor');
    const end = asTensor(b, a.dtype);
    const w = asTensor(weight, a.dtype);
    const inputs = isNumber ? [a, end] : [a, end, w];
    const vjp = (g: Tensor, i: number): Tensor => {
      const left = typeof weight === 'number' ? 1 - weight : sub(1, weight);
      const factor = i === 0 ? left : i === 1 ? weight : end.sub(a);
      return sumToSize(mul(g, factor), (inputs[i] as Tensor).shape);
    };
    const saves = isNumber ? 0 : 7;
    return record(
      between(a.detach(), end.detach(), w.detach()),
      `LerpBackward${isNumber ? 0 : 1}`,
      inputs,
      vjp,
      saves,
    );
  },
);

/** From the nearer end, as PyTorch, so that both are met exactly. */
function between(a: Tensor, b: Tensor, w: Tensor): Tensor {
  const gap = b.sub(a);
  return where(w.lt(0.5), a.add(mul(w, gap)), b.sub(mul(gap, sub(1, w))));
}
