import type { Control, PlotWindow, Position, Range } from '../shared/contract.ts';
import type { Derivative } from '../shared/derivative.ts';
import { angleOf, direction } from '../shared/direction.ts';
import { type Field, formulaField } from '../shared/field.ts';
import { orNull } from '../shared/finite.ts';
import { functionsOfXAndY } from '../shared/functions.ts';
import { niceRange } from '../shared/nice-range.ts';
import { places } from '../shared/sample-curve.ts';
import { type Slopes, slopeTowards, slopes } from './slopes.ts';

export interface Params {
  f: string;
  x: number;
  y: number;
  angle: number;
}

export const defaults: Params = { f: 'x^2 y + x y^2 + 2', x: 1, y: 2, angle: 0 };

export const controls = {
  f: { label: 'Function', symbol: 'f', options: functionsOfXAndY, own: ['x', 'y'] },
  x: { label: 'Point x', symbol: 'x', min: -3, max: 3, step: 0.1, role: 'input' },
  y: { label: 'Point y', symbol: 'y', min: -3, max: 3, step: 0.1, role: 'input' },
  angle: { label: 'Direction', symbol: 'θ', min: 0, max: 360, step: 1, unit: '°', role: 'soft' },
} as const satisfies Record<keyof Params, Control>;

interface Segment {
  from: Position;
  to: Position;
}

/** Computed in float64. A number is null where it does not exist. */
export interface Result {
  value: number | null;
  dfdx: number | null;
  dfdy: number | null;
  /** The same beside what PyTorch answers. */
  partials: { x: Derivative; y: Derivative };
  /** f has no value at the point or no gradient: there its partial derivatives do not give its slopes. */
  differentiable: boolean;
  /** Length of the gradient: the slope in the steepest direction. */
  norm: number | null;
  /** The direction of steepest increase, of length 1; null where the gradient is zero or there is none. */
  unit: Position | null;
  /** How steeply f rises from the point in the chosen direction. */
  directional: number | null;
  /** The same three numbers from the gradient that PyTorch answers. */
  pytorch: { norm: number | null; unit: Position | null; directional: number | null };
  /** In degrees from 0 to 360, counted from the x axis towards the y axis. */
  steepestAngle: number | null;
  /** f over the window. */
  field: Field;
  window: PlotWindow;
  /**
   * Arrows from the point. The gradient's length is drawn as 1.5 n/(n + 2) for a norm n, so that
   * every gradient fits; `shadow` is its part along the chosen direction, on the same scale.
   */
  arrows: { gradient: Segment | null; direction: Segment; shadow: Segment | null };
  /** The slope in every direction. */
  slopes: { angle: number; slope: number | null }[];
  angleRange: Range;
  /** Round bounds around every slope. */
  slopeRange: Range;
}

const angleRange: Range = { min: controls.angle.min, max: controls.angle.max };

/** The tip of the direction's arrow, of length 1, stays in here wherever the point is. */
export const reach: PlotWindow = { x: { min: -4, max: 4 }, y: { min: -4, max: 4 } };

/** Wider than the point's own bounds, so that arrows from their ends are seen. */
const window = reach;

/** The gradient of f at a point and the slope in one direction, in float64. Throws ExpressionError. */
export function run(params: Params): Result {
  const measured = slopes(params);
  const { partials, differentiable, pytorch } = measured;
  const { x, y, value, autograd } = partials;
  const norm = differentiable ? Math.hypot(Number(x.exact), Number(y.exact)) : null;
  const unit = norm === null ? null : unitOf(Number(x.exact), Number(y.exact));
  const directional = slopeTowards(measured, params, params.angle);
  const around = slopesAround(measured, params);
  return {
    value: orNull(value),
    dfdx: x.exact,
    dfdy: y.exact,
    partials: { x, y },
    differentiable,
    norm,
    unit,
    directional,
    pytorch: {
      norm: orNull(pytorch.norm),
      unit: unitOf(autograd.dfdx, autograd.dfdy),
      directional: orNull(pytorch.directional),
    },
    steepestAngle: unit && angleOf(unit),
    field: formulaField(params.f, window),
    window,
    arrows: arrowsAt(params, { norm, unit, directional }),
    slopes: around,
    angleRange,
    slopeRange: slopeRangeOf(norm, around),
  };
}

function unitOf(a: number, b: number): Position | null {
  const norm = Math.hypot(a, b);
  return Number.isFinite(norm) && norm > 0 ? { x: a / norm, y: b / norm } : null;
}

const slopesAround = (measured: Slopes, point: Position): Result['slopes'] =>
  places(angleRange, 73).map((angle) => ({ angle, slope: slopeTowards(measured, point, angle) }));

/** Round bounds around every slope; those of a gradient reach from −norm to norm. */
function slopeRangeOf(norm: number | null, around: Result['slopes']): Range {
  const known = around.map(({ slope }) => slope).filter((slope) => slope !== null);
  const reached = norm ?? Math.max(0, ...known.map(Math.abs));
  return reached > 0 || norm !== null ? niceRange(-reached, reached) : { min: -1, max: 1 };
}

function arrowsAt(
  { x, y, angle }: Params,
  { norm, unit, directional }: Pick<Result, 'norm' | 'unit' | 'directional'>,
): Result['arrows'] {
  const towards = (to: Position, length: number): Segment => ({
    from: { x, y },
    to: { x: x + length * to.x, y: y + length * to.y },
  });
  const chosen = direction(angle);
  if (norm === null || unit === null || directional === null)
    return { gradient: null, direction: towards(chosen, 1), shadow: null };
  const length = (1.5 * norm) / (norm + 2);
  return {
    gradient: towards(unit, length),
    direction: towards(chosen, 1),
    shadow: towards(chosen, (length * directional) / norm),
  };
}

/** The angle of a dragged direction, in whole degrees from 0 to 359. */
export const angleTo = (from: Position, to: Position): number =>
  Math.round(angleOf({ x: to.x - from.x, y: to.y - from.y })) % 360;
