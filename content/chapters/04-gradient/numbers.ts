import * as descent from '../../../src/figures/descent-2d/index.ts';
import * as importance from '../../../src/figures/feature-importance/index.ts';
import * as units from '../../../src/figures/gradient-units/index.ts';
import { at } from '../../../src/figures/shared/at.ts';
import { present } from '../../../src/figures/shared/present.ts';

export { shown } from '../../../src/figures/shared/shown.ts';

const descend = (changes: Partial<descent.Params>): descent.Result =>
  descent.run({ ...descent.defaults, ...changes });

/** On x² + y² − 2x − 4y + 5 from (0, 0) at rate 0.1: ten steps, and until the gradient is short. */
export const ten = descend({});
export const start = at(ten.path, 0);
export const one = at(ten.path, 1);
export const whole = descend({ steps: 200 });
/** The share of the distance that ten steps leave. */
export const left = 0.8 ** 10;

/** The same bowl at (4, −1). */
export const corner = at(descend({ x: 4, y: -1, steps: 1 }).path, 0);

/** The ravine at a rate near the limit of its steep direction. */
export const ravine = { f: '(x-1)^2+50(y-2)^2', rate: 0.018, steps: 200 };
const crossing = descend(ravine);
/** After how many steps the slope along y, and that along x, stays below 0.01. */
export const across = crossing.path.findLastIndex(({ dy }) => Math.abs(dy) >= 0.01) + 1;
export const along = crossing.path.findLastIndex(({ dx }) => Math.abs(dx) >= 0.01) + 1;

const degrees = (x: number, y: number) => (Math.atan2(y, x) * 180) / Math.PI;
const steep = at(crossing.path, 0);
/** Between the downhill direction at the ravine's start and the direction of its minimum, in degrees. */
export const aim = Math.abs(degrees(-steep.dx, -steep.dy) - degrees(1 - steep.x, 2 - steep.y));

/** The unit of y in which (x − 1)² + 10(y − 2)² is round, and what the figure shows at it. */
export const roundUnit = Math.sqrt(1 / 10);
const measured = units.run({ ...units.defaults, unit: roundUnit });
export const turn = present(measured.turn);

/** Towards the saddle of x² − y² + y⁴/4 along its ridge, and from a little beside it. */
export const saddle = descend({ f: 'x^2-y^2+y^4/4', x: 2, steps: 100 });
export const beside = descend({ f: 'x^2-y^2+y^4/4', x: 2, y: 0.1, steps: 100 });

function explained(changes: Partial<importance.Params>): importance.Result {
  const params = { ...importance.defaults, ...changes };
  return importance.run({ ...params, ...importance.follow(params) });
}

export const firstInput = importance.defaults.x1;
export const saturated = explained({ case: 'saturated' });
export const copies = explained({ case: 'copies' });
export const copiesWeights = present(copies.copies).weights;
