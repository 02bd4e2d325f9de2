import { compile } from '@calculus/expression';
import type { Control, PlotWindow, Range, Table } from '../shared/contract.ts';
import { type Field, fieldOf, fieldTable, orNull } from '../shared/field.ts';
import { functionsOfXAndY } from '../shared/functions.ts';
import { kinkAt } from '../shared/one-sided.ts';
import { niceRange } from '../shared/nice-range.ts';
import { printed } from '../shared/program.ts';
import { places } from '../shared/sample-curve.ts';
import { vectorText } from '../shared/text.ts';
import { type Position, along, angleOf, direction, slopesAt } from '../shared/slope-at.ts';

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
  /** The same as text, or why there is none. */
  unitText: string;
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
  /** Round bounds around every slope. */
  slopeRange: Range;
}

const window: PlotWindow = { x: { min: -3, max: 3 }, y: { min: -3, max: 3 } };

/** The gradient of f at a point and the slope in one direction, in float64. Throws ExpressionError. */
export function run(params: Params): Result {
  const { expression, value, dfdx, dfdy, norm, directional } = slopesAt(params);
  const known = Number.isFinite(value) && Number.isFinite(norm);
  const f = compile(expression);
  const { x, y } = params;
  const unit = known && norm > 0 ? { x: dfdx / norm, y: dfdy / norm } : null;
  return {
    value: orNull(value),
    dfdx: known ? dfdx : orNull(dfdx),
    dfdy: known ? dfdy : orNull(dfdy),
    norm: orNull(norm),
    unit,
    unitText: known ? unitText(unit) : 'none: the gradient does not exist',
    directional: orNull(directional),
    steepestAngle: unit && angleOf(unit),
    kink:
      kinkAt((place) => f({ x: place, y }), x) !== null ||
      kinkAt((place) => f({ x, y: place }), y) !== null,
    field: fieldOf(f, window),
    window,
    arrows: arrowsAt(params, unit, norm, directional),
    slopes: places({ min: 0, max: 360 }, 73).map((angle) => ({
      angle,
      slope: orNull(along(dfdx, dfdy, angle)),
    })),
    slopeRange: Number.isFinite(norm) ? niceRange(-norm, norm) : { min: -1, max: 1 },
  };
}

function unitText(unit: Position | null): string {
  return unit ? vectorText([unit.x, unit.y]) : 'none: the gradient is zero';
}

function arrowsAt(
  { x, y, angle }: Params,
  unit: Position | null,
  norm: number,
  directional: number,
): Result['arrows'] {
  const from = { x, y };
  const { x: u, y: v } = direction(angle);
  const towards = (along: Position, length: number): Segment => ({
    from,
    to: { x: x + length * along.x, y: y + length * along.y },
  });
  const length = (1.5 * norm) / (norm + 2);
  return {
    gradient: unit && towards(unit, length),
    direction: towards({ x: u, y: v }, 1),
    shadow: unit && towards({ x: u, y: v }, (length * directional) / norm),
  };
}

const words = (value: number) => printed(value, '.4g');

/** Gradient and slope in words. */
export function describe({ x, y, angle }: Params, result: Result): string {
  const { value, norm, directional, steepestAngle, field } = result;
  const place = `(${words(x)}, ${words(y)})`;
  if (field.values.every((entry) => entry === null))
    return 'f is not defined anywhere in the picture.';
  if (value === null) return `f is not defined at ${place}: there is no gradient.`;
  if (norm === null || directional === null)
    return `f is ${words(value)} at ${place}, but its gradient does not exist there.`;
  if (result.kink)
    return `f has a kink at ${place}, so it has no gradient there; PyTorch answers (${words(result.dfdx ?? NaN)}, ${words(result.dfdy ?? NaN)}).`;
  if (steepestAngle === null)
    return `At ${place} the gradient is zero, a critical point: no direction is steeper than another.`;
  return (
    `At ${place} f rises fastest towards ${words(Math.round(steepestAngle))}°, with slope ${words(norm)}. ` +
    `Towards ${words(angle)}° its slope is ${words(directional)}${turn(directional, norm)}.`
  );
}

function turn(directional: number, norm: number): string {
  if (Math.abs(directional) < 0.02 * norm) return ', almost level: along the contour line';
  return directional < 0 ? ': downhill' : '';
}

export function tables({ angle }: Params, result: Result): Table[] {
  const { value, dfdx, dfdy, norm, directional, slopes } = result;
  return [
    {
      caption: 'Gradient and slope at the point, in float64',
      columns: ['f', '∂f/∂x', '∂f/∂y', 'Length', 'Direction in degrees', 'Slope'],
      rows: [[value, dfdx, dfdy, norm, angle, directional]],
    },
    {
      caption: 'The slope in every direction',
      columns: ['Direction in degrees', 'Slope'],
      rows: slopes.map((row) => [row.angle, row.slope]),
    },
    fieldTable(result.field, window),
  ];
}
