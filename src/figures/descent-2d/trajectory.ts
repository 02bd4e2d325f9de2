import { type Tensor, enableGrad, grad, noGrad, norm, stack, tensor } from '@calculus/autograd';
import { type Expression, evaluate, parse } from '@calculus/expression';
import type { Params } from './experiment.ts';
import { orNull } from '../shared/field.ts';
import { requireFinite } from '../shared/finite.ts';

/** One row of the notebook's table: where we stand, and where the step leads. */
export interface Step {
  step: number;
  x: number;
  y: number;
  value: number;
  dx: number;
  dy: number;
  nextX: number;
  nextY: number;
}

/** A place with what f is there; null where float32 has no number for it. */
export interface Place {
  x: number;
  y: number;
  value: number | null;
  dx: number | null;
  dy: number | null;
  norm: number | null;
}

export interface Walk {
  /** One entry a step, shorter than asked for where the descent arrived or a number was lost. */
  path: Step[];
  /** After the last step that stayed finite. */
  final: Place;
  /** The step whose numbers are not finite, and which number it was first. */
  stopped: { step: number; where: 'f' | 'gradient' | 'step' } | null;
  /** The gradient of the last step was shorter than `shortest`, which ends the notebook's loop. */
  arrived: boolean;
}

/** The notebook breaks after a step along a gradient shorter than this. */
export const shortest = 0.01;

/** More than any figure asks for. */
const mostSteps = 10_000;

/** Gradient descent on f in float32, as the notebook's loop does it. Throws ExpressionError. */
export function walk(params: Params): Walk {
  requireFinite('descent-2d', params);
  const { f, rate, x, y, steps } = params;
  if (steps < 1 || steps > mostSteps)
    throw new RangeError(`descent-2d: steps must be 1 to ${mostSteps}, got ${steps}`);
  const expression = parse(f, { variables: ['x', 'y'] });
  const position = [x, y].map((value) => tensor(value, { requiresGrad: true }));
  const path: Step[] = [];
  let stopped: Walk['stopped'] = null;
  let arrived = false;
  for (let step = 0; step < Math.round(steps) && !stopped && !arrived; step++) {
    const here = slopes(expression, position);
    const row = { step, ...here.place, ...take(position, here.gradient, rate) };
    const where = firstNotFinite(row);
    if (where !== null) stopped = { step, where };
    else path.push(row);
    arrived = where === null && here.norm < shortest;
  }
  const last = path.at(-1);
  const final = placeAt(expression, last ? [last.nextX, last.nextY] : [x, y]);
  return { path, final, stopped, arrived };
}

/** f and its gradient, in one forward and one backward pass. A variable that f lacks has slope 0. */
function slopes(expression: Expression, position: Tensor[]) {
  return enableGrad(() => {
    const [x, y] = position as [Tensor, Tensor];
    const value = evaluate(expression, { x, y });
    const found = value.requiresGrad ? grad(value, position, { allowUnused: true }) : [];
    const gradient = position.map((_, index) => found[index] ?? tensor(0));
    const [dx = NaN, dy = NaN] = gradient.map((slope) => slope.item());
    const place = { x: x.item(), y: y.item(), value: value.item(), dx, dy };
    return { place, gradient, norm: norm(stack(gradient)).item() };
  });
}

function take(position: Tensor[], gradient: Tensor[], rate: number) {
  noGrad(() => position.forEach((x, index) => x.sub_((gradient[index] as Tensor).mul(rate))));
  const [nextX = NaN, nextY = NaN] = position.map((x) => x.item());
  return { nextX, nextY };
}

function firstNotFinite({ value, dx, dy, nextX, nextY }: Step): 'f' | 'gradient' | 'step' | null {
  if (!Number.isFinite(value)) return 'f';
  if (!Number.isFinite(dx) || !Number.isFinite(dy)) return 'gradient';
  return Number.isFinite(nextX) && Number.isFinite(nextY) ? null : 'step';
}

/** f and its gradient at a place in float32, infinities and NaN included. */
export function measure(expression: Expression, x: number, y: number) {
  const { place, norm } = slopes(
    expression,
    [x, y].map((value) => tensor(value, { requiresGrad: true })),
  );
  return { ...place, norm };
}

function placeAt(expression: Expression, at: number[]): Place {
  const { x, y, value, dx, dy, norm } = measure(expression, at[0] ?? NaN, at[1] ?? NaN);
  return {
    ...{ x, y },
    ...{ value: orNull(value), dx: orNull(dx), dy: orNull(dy), norm: orNull(norm) },
  };
}
