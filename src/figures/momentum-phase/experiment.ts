import { at } from '../shared/at.ts';
import type { Control, PlotWindow, Range, Sample } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { niceRange } from '../shared/nice-range.ts';
import { type Plane, circle, planeOf } from './plane.ts';
import { type Roots, bestBeta, rootsOf } from './roots.ts';
import { descend, measure } from './trajectory.ts';

export interface Params {
  alpha: number;
  beta: number;
  lambda: number;
}

export const defaults: Params = { alpha: 0.3, beta: 0.8, lambda: 1 };

export const controls = {
  alpha: { label: 'Step size', symbol: 'α', min: 0.01, max: 4, step: 0.01, role: 'rate' },
  beta: { label: 'Momentum', symbol: 'β', min: 0, max: 1.1, step: 0.01, role: 'input' },
  lambda: { label: 'Curvature', symbol: 'λ', min: 0.25, max: 4, step: 0.05 },
} as const satisfies Record<keyof Params, Control>;

export interface Step {
  step: number;
  x: number;
}

export interface Result extends Roots {
  /** αλ. */
  product: number;
  /** The β that is best for this αλ, with its rate. */
  best: { beta: number; rate: number };
  /** What a step really multiplied the error by, and over which steps. */
  measured: { rate: number; from: number; to: number };
  /** The first steps; fewer where x leaves the picture. */
  path: Step[];
  /** x as drawn, the start first. */
  drawn: Sample[];
  /** The first step that is ten times as far away as the start; null where none of those drawn is. */
  farAt: number | null;
  drawnWindow: PlotWindow;
  plane: Plane;
  /** The unit circle, and the circle of radius √β. */
  circles: { unit: Sample[]; rootBeta: Sample[] };
  /** Of the picture of the roots, in both directions. */
  reach: Range;
}

const stepsDrawn = 60;
const far = 10;

/** Heavy ball on ½λx² from x = 1, with torch.optim.SGD's arithmetic in float64. Throws RangeError. */
export function run(params: Params): Result {
  requireFinite('momentum-phase', params);
  const { alpha, beta, lambda } = params;
  if (beta < 0) throw new RangeError(`momentum-phase: beta must be 0 or more, got ${String(beta)}`);
  if (alpha <= 0 || lambda <= 0)
    throw new RangeError(
      `momentum-phase: alpha and lambda must be above 0, got ${String(alpha)} and ${String(lambda)}`,
    );
  const product = alpha * lambda;
  const roots = rootsOf(product, beta);
  const values = descend(alpha, beta, lambda);
  return {
    ...roots,
    product,
    best: bestOf(product),
    measured: measure(values),
    ...trajectoryShown(values),
    plane: planeOf(lambda),
    circles: { unit: circle(1), rootBeta: circle(Math.sqrt(beta)) },
    reach: reachOf(roots),
  };
}

/** Beyond αλ = 4 the β at which the roots meet is above 1, and nothing is stable. */
function bestOf(product: number): Result['best'] {
  const beta = bestBeta(product);
  return { beta, rate: Math.sqrt(beta) };
}

function trajectoryShown(
  values: readonly number[],
): Pick<Result, 'path' | 'drawn' | 'farAt' | 'drawnWindow'> {
  const leaves = values.findIndex((x) => Math.abs(x) > far);
  const farAt = leaves >= 0 && leaves <= stepsDrawn ? leaves : null;
  const shown = values.slice(0, (farAt ?? stepsDrawn) + 1);
  const drawn = shown.map((y, x) => ({ x, y }));
  return {
    path: shown.slice(1).map((x, index) => ({ step: index + 1, x })),
    drawn,
    farAt,
    drawnWindow: {
      x: { min: 0, max: stepsDrawn },
      y: niceRange(Math.min(-1, ...shown), Math.max(1, ...shown)),
    },
  };
}

function reachOf({ rate, roots }: Roots): Range {
  const reach = 1.2 * Math.max(1, rate, Math.abs(at(roots, 1).re));
  return { min: -reach, max: reach };
}

const grid = ({ min, max, step }: { min: number; max: number; step: number }, value: number) =>
  Number(Math.min(max, Math.max(min, Math.round(value / step) * step)).toFixed(2));

/** The settings at a point of the plane, on the grid of the sliders. */
export const settingsAt = (alpha: number, beta: number): Pick<Params, 'alpha' | 'beta'> => ({
  alpha: grid(controls.alpha, alpha),
  beta: grid(controls.beta, beta),
});
