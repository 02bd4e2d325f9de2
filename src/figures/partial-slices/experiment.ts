import { compile, parse } from '@calculus/expression';
import type { Control, PlotWindow, Position, Sample } from '../shared/contract.ts';
import type { Derivative } from '../shared/derivative.ts';
import { isDifferentiable, partialsAt } from '../shared/directional.ts';
import { type Field, formulaField } from '../shared/field.ts';
import { orNull, requireFinite } from '../shared/finite.ts';
import { functionsToCut } from '../shared/functions.ts';
import { niceRange } from '../shared/nice-range.ts';
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

/** f along one axis through the point, the other variable constant. */
export interface Cut {
  /** ∂f along the axis; null where it does not exist. */
  slope: number | null;
  /** The same beside what PyTorch answers, and the slopes of both sides where there is none. */
  answer: Derivative;
  /** From one edge of the map to the other, as seen from above. */
  line: readonly [Position, Position];
  curve: Sample[];
  /** The line through the point with this slope; where there is none, with what PyTorch answers. */
  tangent: Sample[];
}

/** Computed in float64. A number is null where it does not exist. */
export interface Result {
  value: number | null;
  dfdx: number | null;
  dfdy: number | null;
  alongX: Cut;
  alongY: Cut;
  /** Both partial derivatives exist, but f is not differentiable: neither cut shows why. */
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
  const partials = partialsAt(expression, params);
  const { value } = partials;
  const f = compile(expression);
  const ofX = (position: number) => f({ x: position, y });
  const ofY = (position: number) => f({ x, y: position });
  const cutWindow = { x: window.x, y: heightsOfBoth(ofX, ofY, value) };
  const alongX = cutAt(ofX, { x, y: value }, partials.x, cutWindow);
  const alongY = cutAt(ofY, { x: y, y: value }, partials.y, cutWindow);
  const partial = alongX.slope !== null && alongY.slope !== null;
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
    crease: partial && !isDifferentiable(expression, params, partials),
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
  answer: Derivative,
  cutWindow: PlotWindow,
): Omit<Cut, 'line'> {
  return {
    slope: answer.exact,
    answer,
    curve: sampleCurve(f, cutWindow, 241),
    tangent: lineInside(at, answer.exact ?? answer.pytorch ?? NaN, cutWindow),
  };
}
