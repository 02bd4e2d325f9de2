import { OUTPUT, unary } from './define.ts';
import * as special from './special.ts';

/**
 * sin x of each element, in radians; whole numbers become floating. d sin x = cos x dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.sin.html
 */
export const sin = unary({ name: 'Sin', forward: Math.sin, vjp: (g, x) => g.mul(x.cos()) });

/**
 * cos x of each element, in radians; whole numbers become floating. d cos x = −sin x dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.cos.html
 */
export const cos = unary({ name: 'Cos', forward: Math.cos, vjp: (g, x) => g.mul(x.sin().neg()) });

/**
 * tan x of each element, in radians; whole numbers become floating. d tan x = (1 + tan² x) dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.tan.html
 */
export const tan = unary({
  name: 'Tan',
  forward: Math.tan,
  saves: OUTPUT,
  vjp: (g, _, y) => g.mul(y.square().add(1)),
});

/**
 * The angle in [−π/2, π/2] whose sine is x, of each element; NaN outside [−1, 1]. Whole numbers become
 * floating. d asin x = dx / √(1 − x²)
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.asin.html
 */
export const asin = unary({
  name: 'Asin',
  forward: Math.asin,
  vjp: (g, x) => g.mul(x.square().neg().add(1).rsqrt()),
});

/**
 * The angle in [0, π] whose cosine is x, of each element; NaN outside [−1, 1]. Whole numbers become
 * floating. d acos x = −dx / √(1 − x²)
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.acos.html
 */
export const acos = unary({
  name: 'Acos',
  forward: Math.acos,
  vjp: (g, x) => g.mul(x.square().neg().add(1).rsqrt()).neg(),
});

/**
 * The angle in [−π/2, π/2] whose tangent is x, of each element; whole numbers become floating.
 * d atan x = dx / (1 + x²)
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.atan.html
 */
export const atan = unary({
  name: 'Atan',
  forward: Math.atan,
  vjp: (g, x) => g.div(x.square().add(1)),
});

/**
 * (eˣ − e⁻ˣ) / 2 of each element; whole numbers become floating. d sinh x = cosh x dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.sinh.html
 */
export const sinh = unary({ name: 'Sinh', forward: Math.sinh, vjp: (g, x) => g.mul(x.cosh()) });

/**
 * (eˣ + e⁻ˣ) / 2 of each element; whole numbers become floating. d cosh x = sinh x dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.cosh.html
 */
export const cosh = unary({ name: 'Cosh', forward: Math.cosh, vjp: (g, x) => g.mul(x.sinh()) });

/**
 * sinh x / cosh x of each element; whole numbers become floating. d tanh x = (1 − tanh² x) dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.tanh.html
 */
export const tanh = unary({
  name: 'Tanh',
  forward: special.tanh,
  saves: OUTPUT,
  vjp: (g, _, y) => g.mul(y.square().neg().add(1)),
});

/**
 * The inverse of sinh, of each element; whole numbers become floating. d asinh x = dx / √(x² + 1)
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.asinh.html
 */
export const asinh = unary({
  name: 'Asinh',
  forward: Math.asinh,
  vjp: (g, x) => g.mul(x.square().add(1).rsqrt()),
});

/**
 * The inverse of cosh, of each element; NaN below 1. Whole numbers become floating.
 * d acosh x = dx / √(x² − 1)
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.acosh.html
 */
export const acosh = unary({
  name: 'Acosh',
  forward: Math.acosh,
  vjp: (g, x) => g.mul(x.square().sub(1).rsqrt()),
});

/**
 * The inverse of tanh, of each element; ±∞ at ±1, NaN beyond. Whole numbers become floating.
 * d atanh x = dx / (1 − x²)
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.atanh.html
 */
export const atanh = unary({
  name: 'Atanh',
  forward: Math.atanh,
  vjp: (g, x) => g.div(x.square().neg().add(1)),
});
