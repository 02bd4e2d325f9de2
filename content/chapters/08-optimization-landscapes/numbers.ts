import * as loss from '../../../src/figures/loss-landscape/index.ts';
import { percent } from '../../../src/figures/loss-landscape/describe.ts';
import { landscapes } from '../../../src/figures/optimizer-arena/landscapes.ts';
import { type Name, names } from '../../../src/figures/optimizer-arena/optimizers.ts';
import { type Runner, runnerOf, tolerance } from '../../../src/figures/optimizer-arena/runner.ts';
import { at } from '../../../src/figures/shared/at.ts';
import type { Position } from '../../../src/figures/shared/contract.ts';
import { secondDerivatives } from '../../../src/figures/shared/second-derivatives.ts';
import { shown } from '../../../src/figures/shared/shown.ts';

export { percent, shown };

/** All nine on one of the arena's landscapes, as it sets them up. */
function race(index: number): Record<Name, Runner> {
  const { f, start, steps, rates, minima } = at(landscapes, index);
  const run = (name: Name) => runnerOf(name, rates[name], { f, start, steps }, minima);
  return Object.fromEntries(names.map((name) => [name, run(name)])) as Record<Name, Runner>;
}

export const ravine = race(1);
export const rosenbrock = race(2);
export const saddle = race(5);
export const plateau = race(6);

/** Steps as prose writes them: a number, or that it did not arrive. */
export const arrival = ({ arrival: steps }: Runner): string =>
  steps === null ? 'not at all' : String(steps);

const grid = [-4, -3, -2, -1, 0].flatMap((power) =>
  [1, 2, 5].map((lead) => Number(`${String(lead)}e${String(power)}`)),
);

/** The fewest steps to the minimum at (0, 0) that one of the rates 1, 2, 5 times 10ⁿ up to 1 takes. */
function fewestSteps(name: Name, f: string, start: Position): number {
  const course = { f, start, steps: 300 };
  const arrivals = grid
    .filter((rate) => rate <= 1)
    .map((rate) => runnerOf(name, rate, course, [{ x: 0, y: 0 }]).arrival ?? Infinity);
  return Math.min(...arrivals);
}

/** The ravine turned by 45°, and its start with it. */
export const turnedFormula = '((x+y)^2+25(x-y)^2)/4';
const { f: straightFormula, start, rates, minima } = at(landscapes, 1);
const turnedStart = {
  x: (start.x + start.y) / Math.SQRT2,
  y: (start.x - start.y) / Math.SQRT2,
};
const both = (name: Name) => ({
  straight: fewestSteps(name, straightFormula, start),
  turned: fewestSteps(name, turnedFormula, turnedStart),
});
export const turning = {
  sgd: both('sgd'),
  momentum: both('momentum'),
  adagrad: both('adagrad'),
  rmsprop: both('rmsprop'),
};
export const turnedHessian = secondDerivatives(turnedFormula, { x: 0, y: 0 });

/** RMSprop at its rate for the ravine, for twice as many steps: it arrives, and at this step it leaves. */
export const longRun = runnerOf(
  'rmsprop',
  rates.rmsprop,
  { f: straightFormula, start, steps: 300 },
  minima,
);
const near = ({ x, y }: Position) => Math.hypot(x, y) <= tolerance;
export const leaving = longRun.places.findIndex(
  (place, step) => step > 0 && !near(place) && near(at(longRun.places, step - 1)),
);

/** Condition number 25: gradient descent's best factor, and that of the best momentum. */
export const kappa = 25;
export const plainFactor = (kappa - 1) / (kappa + 1);
export const heavyFactor = (Math.sqrt(kappa) - 1) / (Math.sqrt(kappa) + 1);
/** With the best momentum every root has size √β, which is that factor. */
export const heavyBeta = heavyFactor ** 2;

/** How long the gradient is at the plateau's start. */
const far = at(plateau.sgd.places, 0);
export const plateauSlope = Math.hypot(far.dx, far.dy);

/** Steps until a distance from a saddle's ridge grows a hundredfold, at rate 0.2 and curvature −2. */
export const escape = Math.ceil(Math.log(100) / Math.log(1 + 0.2 * 2));

/** The chance that n independent signs are all plus. */
export const allPositive = (n: number): number => 0.5 ** n;

/** The small network’s loss as the figure starts, and on a random plane through the same point. */
export const slice = loss.run(loss.defaults);
export const randomSlice = loss.run({ ...loss.defaults, direction: 'random' });
