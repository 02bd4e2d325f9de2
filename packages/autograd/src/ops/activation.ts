import { zerosLike } from './constant.ts';
import { OUTPUT, unary } from './define.ts';
import { where } from './select.ts';
import * as special from './special.ts';

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
