import { checkOperands } from '../core/check.ts';
import { RuntimeError } from '../core/errors.ts';
import { gradEnabled } from '../core/grad-mode.ts';
import { isFloating, refuseBool } from '../core/dtype.ts';
import type { Operand } from '../core/node.ts';
import type { Tensor } from '../core/tensor.ts';
import { mul } from './arithmetic.ts';
import {
  BOTH,
  NOTHING,
  OUTPUT,
  type UnaryDefinition,
  binary,
  resultType,
  unary,
} from './define.ts';
import { SQUARE } from './elementary.ts';
import { asTensor, zerosLike } from '../core/constant.ts';
import { to } from './convert.ts';
import { where } from './where.ts';
import { power } from './special.ts';

/** d xᶜ = c xᶜ⁻¹ dx; 0 for c = 0, even at x = 0 */
function powerRule(
  exponent: number,
  forward: UnaryDefinition['forward'] = forwardPower(exponent),
): (x: Tensor) => Tensor {
  return unary({
    name: 'Pow',
    forward,
    keepsIntegers: true,
    vjp: (g, x) =>
      exponent === 0
        ? zerosLike(g)
        : mul(g, mul(exponent === 2 && !gradEnabled ? x : pow(x, exponent - 1), exponent)),
  });
}

/** PyTorch computes these exponents by multiplying, dividing and square roots, so that they round alike. */
function forwardPower(exponent: number): (x: number) => number {
  switch (exponent) {
    case 0.5:
      return Math.sqrt;
    case -0.5:
      return (x) => 1 / Math.sqrt(x);
    case -1:
      return (x) => 1 / x;
    case -2:
      return (x) => 1 / (x * x);
    default:
      return (x) => power(x, exponent);
  }
}

const squared = /* @__PURE__ */ powerRule(2, SQUARE);
const commonExponents = [-2, -1, -0.5, 0, 0.5, 1, 4];
const common = /* @__PURE__ */ new Map(
  commonExponents.map((exponent) => [exponent, /* @__PURE__ */ powerRule(exponent)]),
);

/** x³ by two multiplications */
const cube = /* @__PURE__ */ powerRule(3, (x) => x * x * x);
/** The same in float32: each product rounded. */
const cubeInFloat32 = /* @__PURE__ */ powerRule(3, (x) => Math.fround(x * x) * x);

/** d cˣ = cˣ ln c dx; 0 where c = 0 and x ≥ 0. d xʸ = y xʸ⁻¹ dx + xʸ ln x dy */
const general = binary({
  name: 'PowBackward1',
  forward: power,
  vjp: [
    (g, x, y) => {
      const exponent = asTensor(y);
      const slope = mul(g, mul(exponent, pow(x, exponent.sub(1))));
      return where(exponent.eq(0), zerosLike(slope), slope);
    },
    (g, x, y, result) => {
      const base = asTensor(x, result.dtype);
      const slope = mul(g, mul(result, base.to(result.dtype).log()));
      const flat = base.eq(0).logicalAnd(y.ge(0));
      return where(flat, zerosLike(slope), slope);
    },
  ],
  saves: [BOTH, BOTH | OUTPUT],
});

/** Of whole numbers: 1/x to whole numbers is 0 but for ±1, and taken as 0 at 0. */
const integral = binary({
  name: 'PowBackward1',
  forward: (x, y) => (y >= 0 || Math.abs(x) === 1 ? power(x, y) : 0),
  vjp: [(g) => zerosLike(g), (g) => zerosLike(g)],
  saves: [NOTHING, NOTHING],
});

/**
 * x to the power y, for each pair of elements.
 * d xʸ = y xʸ⁻¹ dx + xʸ ln x dy; the first is 0 where y = 0, the second where x = 0 ≤ y
 * Shapes: broadcast. Dtypes: promoted, so whole numbers stay whole if both are; bool to a number is int64.
 * Throws RuntimeError if the shapes do not broadcast, or for a tensor of whole numbers to a negative whole
 * number; a tensor y may hold such, and 2⁻¹ is then 0.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.pow.html
 */
export function pow(x: Operand, y: Operand): Tensor {
  if (typeof y !== 'number' || (x as Operand | null) === null || typeof x !== 'object') {
    checkOperands('pow', x, y);
  }
  if (typeof y !== 'number' || typeof x === 'number') {
    const dtype = resultType(x, y);
    refuseBool(dtype, 'pow');
    return isFloating(dtype) ? general(x, y) : integral(x, y);
  }
  if (!isFloating(x.dtype)) {
    if (!Number.isInteger(y)) return general(x, y);
    if (y < 0) throw new RuntimeError('Integers to negative integer powers are not allowed.');
  }
  if (x.dtype === 'bool') return pow(to(x, 'int64'), y);
  if (y === 2) return squared(x);
  if (y === 3) return x.dtype === 'float32' ? cubeInFloat32(x) : cube(x);
  return (common.get(y) ?? powerRule(y))(x);
}

/**
 * x² of each element, recorded as a power; int64 stays whole, bool becomes int64. d x² = 2x dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.square.html
 */
export function square(x: Tensor): Tensor {
  return pow(x, 2);
}
