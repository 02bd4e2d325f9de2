import { OUTPUT, unary } from './define.ts';

/**
 * eˣ of each element; whole numbers become floating. d eˣ = eˣ dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.exp.html
 */
export const exp = unary({
  name: 'Exp',
  forward: Math.exp,
  saves: OUTPUT,
  vjp: (g, _, y) => g.mul(y),
});

/**
 * 2ˣ of each element; whole numbers become floating. d 2ˣ = 2ˣ ln 2 dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.exp2.html
 */
export const exp2 = unary({
  name: 'Exp2',
  forward: (x) => 2 ** x,
  saves: OUTPUT,
  vjp: (g, _, y) => g.mul(y.mul(Math.LN2)),
});

/**
 * eˣ − 1 of each element, exact near 0 too; whole numbers become floating. d(eˣ − 1) = eˣ dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.expm1.html
 */
export const expm1 = unary({
  name: 'Expm1',
  forward: Math.expm1,
  saves: OUTPUT,
  vjp: (g, _, y) => g.mul(y.add(1)),
});

/**
 * ln x of each element, −∞ at 0 and NaN below; whole numbers become floating. d ln x = dx / x
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.log.html
 */
export const log = unary({ name: 'Log', forward: Math.log, vjp: (g, x) => g.div(x) });

/**
 * log₂ x of each element, −∞ at 0 and NaN below; whole numbers become floating. d log₂ x = dx / (x ln 2)
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.log2.html
 */
export const log2 = unary({
  name: 'Log2',
  forward: Math.log2,
  vjp: (g, x) => g.div(x.mul(Math.LN2)),
});

/**
 * log₁₀ x of each element, −∞ at 0 and NaN below; whole numbers become floating. d log₁₀ x = dx / (x ln 10)
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.log10.html
 */
export const log10 = unary({
  name: 'Log10',
  forward: Math.log10,
  vjp: (g, x) => g.div(x.mul(Math.LN10)),
});

/**
 * ln(1 + x) of each element, exact near 0 too; whole numbers become floating. d ln(1 + x) = dx / (1 + x)
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.log1p.html
 */
export const log1p = unary({
  name: 'Log1P',
  forward: Math.log1p,
  vjp: (g, x) => g.div(x.add(1)),
});

/**
 * √x of each element, NaN below 0; whole numbers become floating. d√x = dx / (2√x), ∞ at 0
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.sqrt.html
 */
export const sqrt = unary({
  name: 'Sqrt',
  forward: Math.sqrt,
  saves: OUTPUT,
  vjp: (g, _, y) => g.div(y.mul(2)),
});

/**
 * 1/√x of each element, ∞ at 0 and NaN below; whole numbers become floating. d x^(−1/2) = −½ x^(−3/2) dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.rsqrt.html
 */
export const rsqrt = unary({
  name: 'Rsqrt',
  forward: (x) => 1 / Math.sqrt(x),
  saves: OUTPUT,
  vjp: (g, _, y) => g.mul(y.pow(3)).mul(-0.5),
});
