import { compile, differentiate, parse } from '@calculus/expression';
import type { Control, PlotWindow, Sample, Table } from '../shared/contract.ts';
import { type Field, fieldOf, fieldTable, orNull } from '../shared/field.ts';
import { requireFinite } from '../shared/finite.ts';
import { functionsToCut } from '../shared/functions.ts';
import { niceRange } from '../shared/nice-range.ts';
import { type OneSidedSlopes, kinkAt, slopeAround } from '../shared/one-sided.ts';
import { heights, lineInside, sampleCurve } from '../shared/sample-curve.ts';

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

type RealFunction = (place: number) => number;

/** Both partial derivatives of f at a point, and f along both axes. Throws ExpressionError. */
export function run(params: Params): Result {
  requireFinite('partial-slices', params);
  const { x, y } = params;
  const expression = parse(params.f, { variables: ['x', 'y'] });
  const { value, gradient } = differentiate(expression, { x, y });
  const f = compile(expression);
  const cuts = {
    x: (place: number) => f({ x: place, y }),
    y: (place: number) => f({ x, y: place }),
  };
  const cutWindow = { x: window.x, y: heightsOfBoth(cuts.x, cuts.y, value) };
  const defined = Number.isFinite(value);
  const cut = (name: 'x' | 'y') =>
    cutAt(cuts[name], params[name], value, defined ? (gradient[name] ?? NaN) : NaN, cutWindow);
  const [alongX, alongY] = [cut('x'), cut('y')];
  return {
    value: orNull(value),
    dfdx: alongX.slope,
    dfdy: alongY.slope,
    alongX,
    alongY,
    crease: !alongX.kink && !alongY.kink && creased(f, x, y),
    field: fieldOf(f, window),
    window,
    cutWindow,
  };
}

function heightsOfBoth(alongX: RealFunction, alongY: RealFunction, value: number): PlotWindow['y'] {
  const [a, b] = [alongX, alongY].map((cut) => heights(cut, window.x, [value]));
  return a && b ? niceRange(Math.min(a.min, b.min), Math.max(a.max, b.max)) : window.y;
}

function cutAt(
  f: RealFunction,
  at: number,
  value: number,
  slope: number,
  cutWindow: PlotWindow,
): Cut {
  const kink = kinkAt(f, at);
  return {
    slope: orNull(slope),
    steep: Math.abs(slope) === Infinity,
    measured: kink ? null : orNull(slopeAround(f, at)),
    kink,
    curve: sampleCurve(f, cutWindow, 241),
    tangent: lineInside({ x: at, y: value }, slope, cutWindow),
  };
}

/** Whether f has a kink along one of the two diagonals. */
function creased(f: (point: { x: number; y: number }) => number, x: number, y: number): boolean {
  return [1, -1].some((side) => kinkAt((t) => f({ x: x + t, y: y + side * t }), 0) !== null);
}

export function tables({ x, y }: Params, result: Result): Table[] {
  const { value, dfdx, dfdy, alongX, alongY } = result;
  const rows = ({ curve }: Cut) => curve.map((sample) => [sample.x, sample.y]);
  return [
    {
      caption: 'Both partial derivatives at the point, in float64',
      columns: ['x', 'y', 'f', '∂f/∂x', '∂f/∂y'],
      rows: [[x, y, value, dfdx, dfdy]],
    },
    { caption: 'The cut along x, y held still', columns: ['x', 'f'], rows: rows(alongX) },
    { caption: 'The cut along y, x held still', columns: ['y', 'f'], rows: rows(alongY) },
    fieldTable(result.field, window),
  ];
}
