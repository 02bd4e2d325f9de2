import * as descent from '../../../src/figures/gradient-descent/index.ts';
import * as gradient from '../../../src/figures/gradient-vector/index.ts';
import * as update from '../../../src/figures/parameter-update/index.ts';
import * as secant from '../../../src/figures/secant-to-tangent/index.ts';
import { at } from '../../../src/figures/shared/at.ts';
import { present } from '../../../src/figures/shared/present.ts';
import { places } from '../../../src/figures/shared/sample-curve.ts';
import { shown } from '../../../src/figures/shared/shown.ts';

export { shown };

/** The secant of x² + 3x + 1 from 2 to 3. */
export const wide = secant.run({ ...secant.defaults, h: 1 });

/** Value and derivative of x² + 3x + 1. */
export const parabola = (x: number): secant.Result => secant.run({ ...secant.defaults, x });

/** Ten steps on (x − 5)² from 0 at rate 0.1. */
export const tenSteps = descent.run(descent.defaults);
export const firstStep = at(tenSteps.path, 0);
export const secondStep = at(tenSteps.path, 1);

/** Where descent on (x − 5)² is after so many steps. */
export const descended = (rate: number, start: number, steps: number): number =>
  descent.run({ rate, start, target: 5, steps }).final.x;

/** (x − 5)² a little to the right of 0. */
export const nudgedLoss = at(descent.run({ ...descent.defaults, start: 0.01 }).path, 0).value;

/** Steps until the stop rule ends the descent. */
export const arrival = descent.run({ ...descent.defaults, steps: 50 }).arrival;

/** x²y + xy² + 2 at (1, 2). */
export const vector = gradient.run(gradient.defaults);
/** The unit vector along its gradient. */
export const unit = present(vector.unit);
export const slopeAlong = (angle: number): number | null =>
  gradient.run({ ...gradient.defaults, angle }).directional;

/** The same function at (3, −1). */
const corner = gradient.run({ ...gradient.defaults, x: 3, y: -1 });
export const cornerGradient = [corner.dfdx, corner.dfdy];
const steepest = present(corner.unit);
export const steepestDecrease = [-steepest.x, -steepest.y];

/** How far 1 + 1e-7 lies from 1 in float32, and by how many percent that is too far. */
const stored = Math.fround(1 + 1e-7) - 1;
export const storedStep = shown(stored, 3);
export const storedExcess = shown(100 * (stored / 1e-7 - 1), 2);

export const updated = update.run(update.defaults);

/** A drawing of eˣ: 38 units of the picture are 1, the axis lies at 112, x = 0 at 76. */
const unitLength = 38;
const across = (x: number) => (76 + unitLength * x).toFixed(1);
const up = (y: number) => (112 - unitLength * y).toFixed(1);
const point = (x: number, y: number) => `${across(x)} ${up(y)}`;
const touched = [-0.2, 0.8];

/** The curve, its tangents at two points, the heights of the points and the way from tangent to height along the axis. */
export const exponential = {
  curve: `M${places({ min: -1.9, max: 1.05 }, 41)
    .map((x) => point(x, Math.exp(x)))
    .join('L')}`,
  tangents: touched
    .map((x) => `M${point(x - 1, 0)}L${point(x + 0.25, 1.25 * Math.exp(x))}`)
    .join(''),
  heights: touched.map((x) => `M${point(x, 0)}L${point(x, Math.exp(x))}`).join(''),
  runs: touched.map((x) => `M${point(x - 1, 0)}H${across(x)}`).join(''),
};
