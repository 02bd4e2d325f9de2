import type { Tensor } from '../tensor.ts';
import { zerosLike } from './constant.ts';
import { NOTHING, OUTPUT, unary } from './define.ts';
import { where } from './select.ts';
import * as special from './special.ts';

/** A function of steps, which is flat almost everywhere: its gradient is 0. */
/* @__NO_SIDE_EFFECTS__ */
function steps(name: string, forward: (x: number) => number): (x: Tensor) => Tensor {
  return unary({
    name,
    forward,
    keepsIntegers: true,
    saves: NOTHING,
    vjp: (g) => zerosLike(g),
  });
}

/** d|x| = sign(x) dx, 0 at 0 */
export const abs = unary({
  name: 'Abs',
  forward: Math.abs,
  keepsIntegers: true,
  vjp: (g, x) => g.mul(x.sign()),
});

/** d sign x = 0 */
export const sign = steps('Sign', (x) => Number(x > 0) - Number(x < 0));

/** d eˣ = eˣ dx */
export const exp = unary({
  name: 'Exp',
  forward: Math.exp,
  saves: OUTPUT,
  vjp: (g, _, y) => g.mul(y),
});

/** d 2ˣ = 2ˣ ln 2 dx */
export const exp2 = unary({
  name: 'Exp2',
  forward: (x) => 2 ** x,
  saves: OUTPUT,
  vjp: (g, _, y) => g.mul(y.mul(Math.LN2)),
});

/** d(eˣ − 1) = eˣ dx */
export const expm1 = unary({
  name: 'Expm1',
  forward: Math.expm1,
  saves: OUTPUT,
  vjp: (g, _, y) => g.mul(y.add(1)),
});

/** d ln x = dx / x */
export const log = unary({ name: 'Log', forward: Math.log, vjp: (g, x) => g.div(x) });

/** d log₂ x = dx / (x ln 2) */
export const log2 = unary({
  name: 'Log2',
  forward: Math.log2,
  vjp: (g, x) => g.div(x.mul(Math.LN2)),
});

/** d log₁₀ x = dx / (x ln 10) */
export const log10 = unary({
  name: 'Log10',
  forward: Math.log10,
  vjp: (g, x) => g.div(x.mul(Math.LN10)),
});

/** d ln(1 + x) = dx / (1 + x) */
export const log1p = unary({
  name: 'Log1P',
  forward: Math.log1p,
  vjp: (g, x) => g.div(x.add(1)),
});

/** d√x = dx / (2√x) */
export const sqrt = unary({
  name: 'Sqrt',
  forward: Math.sqrt,
  saves: OUTPUT,
  vjp: (g, _, y) => g.div(y.mul(2)),
});

/** d x^(−1/2) = −½ x^(−3/2) dx */
export const rsqrt = unary({
  name: 'Rsqrt',
  forward: (x) => 1 / Math.sqrt(x),
  saves: OUTPUT,
  vjp: (g, _, y) => g.mul(y.pow(3)).mul(-0.5),
});

/** d sin x = cos x dx */
export const sin = unary({ name: 'Sin', forward: Math.sin, vjp: (g, x) => g.mul(x.cos()) });

/** d cos x = −sin x dx */
export const cos = unary({ name: 'Cos', forward: Math.cos, vjp: (g, x) => g.mul(x.sin().neg()) });

/** d tan x = (1 + tan² x) dx */
export const tan = unary({
  name: 'Tan',
  forward: Math.tan,
  saves: OUTPUT,
  vjp: (g, _, y) => g.mul(y.square().add(1)),
});

/** d asin x = dx / √(1 − x²) */
export const asin = unary({
  name: 'Asin',
  forward: Math.asin,
  vjp: (g, x) => g.mul(x.square().neg().add(1).rsqrt()),
});

/** d acos x = −dx / √(1 − x²) */
export const acos = unary({
  name: 'Acos',
  forward: Math.acos,
  vjp: (g, x) => g.mul(x.square().neg().add(1).rsqrt()).neg(),
});

/** d atan x = dx / (1 + x²) */
export const atan = unary({
  name: 'Atan',
  forward: Math.atan,
  vjp: (g, x) => g.div(x.square().add(1)),
});

/** d sinh x = cosh x dx */
export const sinh = unary({ name: 'Sinh', forward: Math.sinh, vjp: (g, x) => g.mul(x.cosh()) });

/** d cosh x = sinh x dx */
export const cosh = unary({ name: 'Cosh', forward: Math.cosh, vjp: (g, x) => g.mul(x.sinh()) });

/** d tanh x = (1 − tanh² x) dx */
export const tanh = unary({
  name: 'Tanh',
  forward: special.tanh,
  saves: OUTPUT,
  vjp: (g, _, y) => g.mul(y.square().neg().add(1)),
});

/** dσ(x) = σ(x) (1 − σ(x)) dx */
export const sigmoid = unary({
  name: 'Sigmoid',
  forward: special.sigmoid,
  saves: OUTPUT,
  vjp: (g, _, y) => g.mul(y.neg().add(1).mul(y)),
});

/** d relu(x) = dx where x > 0, else 0 */
export const relu = unary({
  name: 'Relu',
  forward: (x) => (x > 0 || Number.isNaN(x) ? x : 0),
  keepsIntegers: true,
  saves: OUTPUT,
  vjp: (g, _, y) => where(y.le(0), zerosLike(g), g),
});

/** d asinh x = dx / √(x² + 1) */
export const asinh = unary({
  name: 'Asinh',
  forward: Math.asinh,
  vjp: (g, x) => g.mul(x.square().add(1).rsqrt()),
});

/** d acosh x = dx / √(x² − 1) */
export const acosh = unary({
  name: 'Acosh',
  forward: Math.acosh,
  vjp: (g, x) => g.mul(x.square().sub(1).rsqrt()),
});

/** d atanh x = dx / (1 − x²) */
export const atanh = unary({
  name: 'Atanh',
  forward: Math.atanh,
  vjp: (g, x) => g.div(x.square().neg().add(1)),
});

/** d erf x = (2/√π) exp(−x²) dx */
export const erf = unary({
  name: 'Erf',
  forward: special.erf,
  vjp: (g, x) =>
    g.mul(
      x
        .square()
        .neg()
        .exp()
        .mul(2 / Math.sqrt(Math.PI)),
    ),
});

/** d⌊x⌋ = 0 */
export const floor = steps('Floor', Math.floor);

/** d⌈x⌉ = 0 */
export const ceil = steps('Ceil', Math.ceil);

/** d trunc x = 0 */
export const trunc = steps('Trunc', Math.trunc);

/** d round x = 0; halves go to the even neighbour */
const roundToWhole = steps('Round', special.roundHalfToEven);

/** x to `decimals` places, which may be negative; halves go to the even neighbour. */
export function round(x: Tensor, { decimals = 0 }: { decimals?: number } = {}): Tensor {
  if (decimals === 0) return roundToWhole(x);
  const scale = 10 ** Math.abs(decimals);
  return decimals > 0
    ? roundToWhole(x.mul(scale)).div(scale)
    : roundToWhole(x.div(scale)).mul(scale);
}
