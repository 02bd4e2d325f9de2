import { compile, parse } from '@calculus/expression';
import type { Control, PlotWindow, Position } from '../shared/contract.ts';
import { angleOf, direction } from '../shared/direction.ts';
import { type Field, fieldOf, formulaField } from '../shared/field.ts';
import { orNull } from '../shared/finite.ts';
import { surfaces } from '../shared/functions.ts';
import { lastOf } from '../shared/last-of.ts';
import { places } from '../shared/sample-curve.ts';
import { type Slopes, answersAt, downhill, slopesAt } from './slopes.ts';

export interface Params {
  f: string;
  unit: number;
  x: number;
  y: number;
}

export const defaults: Params = { f: '(x-1)^2+10(y-2)^2', unit: 1, x: 0, y: 1.5 };

export const controls = {
  f: { label: 'Function', symbol: 'f', options: surfaces, own: ['x', 'y'] },
  unit: { label: 'Unit of y: c', symbol: 'c', min: 0.1, max: 2, scale: 'log', role: 'rate' },
  x: { label: 'Point x', symbol: 'x', min: -1, max: 3, step: 0.1, role: 'input' },
  y: { label: 'Point y', symbol: 'y', min: -1, max: 3, step: 0.1, role: 'input' },
} as const satisfies Record<keyof Params, Control>;

/** A step of equal length where y is counted in units: towards an angle there, and what it changes. */
export interface Step {
  angle: number;
  /** Where it leads: on the map, and with y counted in units. */
  x: number;
  y: number;
  v: number;
  /** The change of f by the slopes. */
  change: number | null;
}

/** Computed in float64. A number is null where it does not exist. */
export interface Result {
  value: number | null;
  /** Of f in x, y and v, each beside what PyTorch answers. */
  slopes: Slopes;
  /** Of steepest descent, in degrees on the map; null where there is none. */
  direction: number | null;
  /** By how many degrees it has turned from where it is with y in the unit of the map. */
  turn: number | null;
  /** y counted in units. */
  v: number;
  steps: Step[];
  /** Where the steepest step leads on the map: in the chosen unit, and in that of the map. */
  chosen: Position | null;
  plain: Position | null;
  /** The same step as `chosen`, with y counted in units. */
  counted: Position | null;
  map: { window: PlotWindow; field: Field };
  /** The surroundings of the point over x and v. */
  lens: { window: PlotWindow; field: Field };
}

const window: PlotWindow = { x: { min: -1, max: 3 }, y: { min: -1, max: 3 } };
/** How long the steps are. */
export const length = 0.8;
/** How far the lens reaches around the point. */
const reach = 1.5;

/** The direction of steepest descent at a point, where y is counted in units of `unit`. Throws ExpressionError. */
export function run(params: Params): Result {
  const { f, unit, x, y } = params;
  const answers = answersAt(params);
  const slopes = slopesAt(params, answers);
  const { x: alongX, y: alongY, v: alongV, differentiable } = slopes;
  const chosen = differentiable ? downhill(alongX.exact, alongV.exact, unit) : null;
  const plain = differentiable ? downhill(alongX.exact, alongY.exact, 1) : null;
  const to = (step: Position | null) => step && { x: x + length * step.x, y: y + length * step.y };
  const tip = to(chosen);
  return {
    value: orNull(answers.value),
    slopes,
    direction: chosen && angleOf(chosen),
    turn: chosen && plain && turnBetween(angleOf(chosen), angleOf(plain)),
    v: y / unit,
    steps: stepsFrom(params, slopes),
    chosen: tip,
    plain: to(plain),
    counted: tip && { x: tip.x, y: tip.y / unit },
    map: { window, field: formulaField(f, window) },
    lens: lensAt(f, unit, { x, y: y / unit }),
  };
}

const stepsFrom = ({ unit, x, y }: Params, slopes: Slopes): Step[] =>
  places({ min: 0, max: 360 }, 73).map((angle) => {
    const to = direction(angle);
    const slope = slopes.differentiable
      ? Number(slopes.x.exact) * to.x + Number(slopes.v.exact) * to.y
      : NaN;
    return {
      angle,
      x: x + length * to.x,
      y: y + unit * length * to.y,
      v: y / unit + length * to.y,
      change: orNull(length * slope),
    };
  });

/** The smaller angle between two directions, in degrees. */
const turnBetween = (one: number, other: number): number =>
  Math.abs(((one - other + 540) % 360) - 180);

function lensAt(f: string, unit: number, { x, y: v }: Position): Result['lens'] {
  const around = (middle: number) => ({ min: middle - reach, max: middle + reach });
  const lens = { x: around(x), y: around(v) };
  return { window: lens, field: lensField(f, unit, lens) };
}

const lensField = lastOf(
  (f: string, unit: number, lens: PlotWindow) => JSON.stringify([f, unit, lens]),
  (f: string, unit: number, lens: PlotWindow) => {
    const height = compile(parse(f, { variables: ['x', 'y'] }));
    return fieldOf(({ x, y: v }) => height({ x, y: unit * v }), lens);
  },
);
