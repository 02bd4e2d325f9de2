import { compile, parse } from '@calculus/expression';
import type { Control, PlotWindow, Position, Sample } from '../shared/contract.ts';
import { type Field, formulaField } from '../shared/field.ts';
import { orNull, requireFinite } from '../shared/finite.ts';
import { functionsToCut } from '../shared/functions.ts';
import { niceRange } from '../shared/nice-range.ts';
import { type OneSidedSlopes, kinkAt, slopeAround } from '../shared/one-sided.ts';
import { heights, lineInside, sampleCurve } from '../shared/sample-curve.ts';
import { gradientAt } from '../shared/slope-at.ts';

export interface Params {
  f: string;
  x: number;
  y: number;
}

export const defaults: Params = { f: 'x^2 y + x y^2', x: 1, y: 2 };

export const controls = {
  f: { label: 'Function', symbol: 'f', options: functionsToCut, own: ['x', 'y'] },
  x: { label: 'Point x', symbol: 'x', min: -3, max: 3, step: 0.1, role: 'input' },
  y: { label: 'Point y', symbol: 'y', min: -3, max: 3, step: 0.1, role: 'input' },
} as const satisfies Record<keyof Params, Control>;

/** f along one axis through the point, the other variable held still. */
export interface Cut {
  /** ∂f along the axis by autograd; at a kink what PyTorch answers. Null where it is no number. */
  slope: number | null;
  /** Autograd's slope has no bound here. */
  steep: boolean;
  /** What secants to both sides agree on; null at a kink and at the edge of the domain. */
  measured: number | null;
  /** The two one-sided slopes where they differ, null elsewhere. */
  kink: OneSidedSlopes | null;
  /** From one edge of the map to the other, as seen from above. */
  line: readonly [Position, Position];
  curve: Sample[];
  /** The line through the point with autograd's slope. */
  tangent: Sample[];
}

/** Computed in float64. A number is null where it does not exist. */
export interface Result {
  value: number | null;
  dfdx: number | null;
  dfdy: number | null;
  alongX: Cut;
  alongY: Cut;
  /** f has a crease here that runs between the axes, where neither cut shows it. */
  crease: boolean;
  /** f over the window. */
  field: Field;
  window: PlotWindow;
  /** Both cuts on one scale, so that their slopes can be compared. */
  cutWindow: PlotWindow;
}

const window: PlotWindow = { x: { min: -3, max: 3 }, y: { min: -3, max: 3 } };

type RealFunction = (position: number) => number;

/** Both partial derivatives of f at a point, and f along both axes. Throws ExpressionError. */
export function run(params: Params): Result {
  requireFinite('partial-slices', params);
  const { x, y } = params;
  const expression = parse(params.f, { variables: ['x', 'y'] });
  const { value, dfdx, dfdy } = gradientAt(expression, params);
  const f = compile(expression);
  const ofX = (position: number) => f({ x: position, y });
  const ofY = (position: number) => f({ x, y: position });
  const cutWindow = { x: window.x, y: heightsOfBoth(ofX, ofY, value) };
  const defined = Number.isFinite(value);
  const alongX = cutAt(ofX, { x, y: value }, defined ? dfdx : NaN, cutWindow);
  const alongY = cutAt(ofY, { x: y, y: value }, defined ? dfdy : NaN, cutWindow);
  return {
    value: orNull(value),
    dfdx: alongX.slope,
    dfdy: alongY.slope,
    alongX: {
      ...alongX,
      line: [
        { x: window.x.min, y },
        { x: window.x.max, y },
      ],
    },
    alongY: {
      ...alongY,
      line: [
        { x, y: window.y.min },
        { x, y: window.y.max },
      ],
    },
    crease: !alongX.kink && !alongY.kink && creased(f, x, y),
    field: formulaField(params.f, window),
    window,
    cutWindow,
  };
}

function heightsOfBoth(alongX: RealFunction, alongY: RealFunction, value: number): PlotWindow['y'] {
  const a = heights(alongX, window.x, [value]);
  const b = heights(alongY, window.y, [value]);
  return niceRange(Math.min(a.min, b.min), Math.max(a.max, b.max));
}

function cutAt(
  f: RealFunction,
  at: Position,
  slope: number,
  cutWindow: PlotWindow,
): Omit<Cut, 'line'> {
  const kink = kinkAt(f, at.x);
  return {
    slope: orNull(slope),
    steep: Math.abs(slope) === Infinity,
    measured: kink ? null : orNull(slopeAround(f, at.x)),
    kink,
    curve: sampleCurve(f, cutWindow, 241),
    tangent: lineInside(at, slope, cutWindow),
  };
}

/** Whether f has a kink along one of the two diagonals. */
function creased(f: (point: { x: number; y: number }) => number, x: number, y: number): boolean {
  return [1, -1].some((side) => kinkAt((t) => f({ x: x + t, y: y + side * t }), 0) !== null);
}
