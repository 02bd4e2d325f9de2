import * as layer from '../../../src/figures/linear-layer/index.ts';
import * as slices from '../../../src/figures/partial-slices/index.ts';
import { at } from '../../../src/figures/shared/at.ts';
import { shown } from '../../../src/figures/shared/shown.ts';

export { shown };

/** x²y + xy² and its two slopes. */
export const surface = (x: number, y: number): slices.Result =>
  slices.run({ ...slices.defaults, x, y });

/** The same with y tied to 2x, as a function of x alone. */
export const tied = slices.run({ f: 'x^2*(2x) + x*(2x)^2', x: 1, y: 0 });

/** xy/(x² + y²), which has partial derivatives everywhere and jumps at the origin. */
export const pinch = (x: number, y: number): slices.Result =>
  slices.run({ f: 'x*y/(x^2+y^2)', x, y });

/** Linear(3, 2) on four examples after manual_seed(0), its outputs summed or averaged. */
export const summed = layer.run(layer.defaults);
export const averaged = layer.run({ ...layer.defaults, loss: 'mean' });

const bracketed = (value: number) => (value < 0 ? `(${shown(value)})` : shown(value));

/** The first column of X as a sum, a negative number in parentheses. */
export const firstColumn = summed.X.map((row) => bracketed(at(row, 0))).join(' + ');
