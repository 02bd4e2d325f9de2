import type { Control, PlotWindow } from '../shared/contract.ts';
import { type Field, fieldOf } from '../shared/field.ts';
import { requireFinite } from '../shared/finite.ts';
import { lastOf } from '../shared/last-of.ts';
import { type Slices, slicesOf } from './axis-slices.ts';
import {
  type DirectionalCurvature,
  type Directions,
  directionalCurvature,
  directionsOf,
} from './directional-curvature.ts';
import { type PrincipalAxes, principalAxes } from './principal-axes.ts';
import { type GradientStep, type Step, gradientStep, newtonStep } from './quadratic-steps.ts';
import { type Quadratic, differentiateTwice, heightOf } from './quadratic.ts';

export interface Params {
  a: number;
  b: number;
  c: number;
  x: number;
  y: number;
  /** Of the direction u, in degrees. */
  angle: number;
}

export const defaults: Params = { a: 1, b: 2, c: 1, x: 1, y: 2, angle: 45 };

const coefficient = { min: -3, max: 3, step: 0.1 } as const;
const coordinate = { min: -3, max: 3, step: 0.1, role: 'input' } as const;

export const controls = {
  a: { label: 'a', ...coefficient },
  b: { label: 'b', ...coefficient },
  c: { label: 'c', ...coefficient },
  x: { label: 'Point x', symbol: 'x', ...coordinate },
  y: { label: 'Point y', symbol: 'y', ...coordinate },
  angle: { label: 'Direction', symbol: 'u', min: 0, max: 360, step: 0.5, unit: '°', role: 'rate' },
} as const satisfies Record<keyof Params, Control>;

/** Loss, gradient, H and both steps are computed in float32, as the notebook computes them. */
export interface Result extends PrincipalAxes, Slices {
  loss: number;
  gradient: [number, number];
  /** Row by row. */
  hessian: [[number, number], [number, number]];
  /** Null where H is singular: no step is the only one. */
  newton: Step | null;
  /** Null where the gradient is zero. */
  gradientStep: GradientStep | null;
  along: DirectionalCurvature;
  directions: Directions;
  field: Field;
  window: PlotWindow;
}

const window: PlotWindow = { x: { min: -4, max: 4 }, y: { min: -4, max: 4 } };

/** The same picture as long as only the point moves. */
const quadraticField: (quadratic: Quadratic) => Field = lastOf(
  ({ a, b, c }: Quadratic) => JSON.stringify([a, b, c]),
  (quadratic: Quadratic) => fieldOf(heightOf(quadratic), window),
);

/** ½(a x² + b y² + c xy), differentiated twice at a point, and its curvature in a direction. */
export function run(params: Params): Result {
  requireFinite('curvature', params);
  const order = differentiateTwice(params, params);
  const principal = principalAxes(order.hessian);
  // Adding zero takes the sign from a zero.
  const gradient = order.gradient.add(0).tolist() as Result['gradient'];
  return {
    ...principal,
    ...slicesOf(params, params, gradient, principal.axes),
    loss: order.loss.add(0).item(),
    gradient,
    hessian: order.hessian.add(0).tolist() as Result['hessian'],
    newton: principal.condition === null ? null : newtonStep(params, params, order),
    gradientStep: gradientStep(params, params, order, principal.axes),
    along: directionalCurvature(order.hessian, params.angle, principal.axes),
    directions: directionsOf(params, principal.axes),
    field: quadraticField(params),
    window,
  };
}
