import { compile } from '@calculus/expression';
import type { Control, PlotWindow, Position, Range } from '../shared/contract.ts';
import { angleOf, direction } from '../shared/direction.ts';
import { type Field, formulaField } from '../shared/field.ts';
import { orNull } from '../shared/finite.ts';
import { functionsOfXAndY } from '../shared/functions.ts';
import { niceRange } from '../shared/nice-range.ts';
import { kinkAt } from '../shared/one-sided.ts';
import { places } from '../shared/sample-curve.ts';
import { type Slopes, along, slopes } from './slopes.ts';

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
  /** Length of the gradient: the slope in the steepest direction. */
  norm: number | null;
  /** The direction of steepest increase, of length 1; null where the gradient is zero. */
  unit: Position | null;
  /** The slope of f in the chosen direction. */
  directional: number | null;
  /** In degrees from 0 to 360, counted from the x axis towards the y axis. */
  steepestAngle: number | null;
  /** f has a kink here, along x or along y: its gradient is a convention of PyTorch. */
  kink: boolean;
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
  const { value, dfdx, dfdy, norm, directional } = measured;
  const unit = unitOf(measured);
  return {
    value: orNull(value),
    dfdx: orNull(dfdx),
    dfdy: orNull(dfdy),
    norm: orNull(norm),
    unit,
    directional: orNull(directional),
    steepestAngle: unit && angleOf(unit),
    kink: kinked(measured, params),
    field: formulaField(params.f, window),
    window,
    arrows: arrowsAt(params, measured, unit),
    slopes: places(angleRange, 73).map((angle) => ({
      angle,
      slope: orNull(along(dfdx, dfdy, angle)),
    })),
    angleRange,
    slopeRange: Number.isFinite(norm) ? niceRange(-norm, norm) : { min: -1, max: 1 },
  };
}

function unitOf({ value, dfdx, dfdy, norm }: Slopes): Position | null {
  const exists = Number.isFinite(value) && Number.isFinite(norm) && norm > 0;
  return exists ? { x: dfdx / norm, y: dfdy / norm } : null;
}

function kinked({ expression }: Slopes, { x, y }: Position): boolean {
  const f = compile(expression);
  const alongX = (position: number) => f({ x: position, y });
  const alongY = (position: number) => f({ x, y: position });
  return kinkAt(alongX, x) !== null || kinkAt(alongY, y) !== null;
}

function arrowsAt(
  { x, y, angle }: Params,
  { norm, directional }: Slopes,
  unit: Position | null,
): Result['arrows'] {
  const towards = (to: Position, length: number): Segment => ({
    from: { x, y },
    to: { x: x + length * to.x, y: y + length * to.y },
  });
  const chosen = direction(angle);
  const length = (1.5 * norm) / (norm + 2);
  return {
    gradient: unit && towards(unit, length),
    direction: towards(chosen, 1),
    shadow: unit && towards(chosen, (length * directional) / norm),
  };
}

/** The angle of a dragged direction, in whole degrees from 0 to 359. */
export const angleTo = (from: Position, to: Position): number =>
  Math.round(angleOf({ x: to.x - from.x, y: to.y - from.y })) % 360;
