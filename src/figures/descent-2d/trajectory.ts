import { enableGrad, grad, noGrad, norm, stack, tensor } from '@calculus/autograd';
import { type Expression, evaluate, parse } from '@calculus/expression';
import { at } from '../shared/at.ts';
import type { Position } from '../shared/contract.ts';
import { orNull, requireFinite } from '../shared/finite.ts';

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

/** A point with what f is there; null where float32 has no number for it. */
export interface Point {
  x: number;
  y: number;
  value: number | null;
  dx: number | null;
  dy: number | null;
  norm: number | null;
}

export interface Trajectory {
  /** One entry a step, shorter than asked for where the descent arrived or a number was lost. */
  path: Step[];
  /** After the last step that stayed finite. */
  final: Point;
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
export function descend(params: {
  f: string;
  rate: number;
  x: number;
  y: number;
  steps: number;
}): Trajectory {
  requireFinite('descent-2d', params);
  const { f, rate, steps } = params;
  if (steps < 1 || steps > mostSteps)
    throw new RangeError(
      `descent-2d: steps must be 1 to ${String(mostSteps)}, got ${String(steps)}`,
    );
  const expression = parse(f, { variables: ['x', 'y'] });
  const path: Step[] = [];
  let stopped: Trajectory['stopped'] = null;
  let here = measure(expression, params);
  let arrived = false;
  while (path.length < Math.round(steps) && !stopped && !arrived) {
    const row = { step: path.length, ...stepFrom(here, rate) };
    const where = firstNotFinite(row);
    if (where === null) {
      arrived = here.norm < shortest;
      path.push(row);
      here = measure(expression, { x: row.nextX, y: row.nextY });
    } else stopped = { step: row.step, where };
  }
  return { path, final: pointOf(here), stopped, arrived };
}

/** f and its gradient at a point, in float32. */
export interface Measured {
  x: number;
  y: number;
  value: number;
  dx: number;
  dy: number;
  norm: number;
}

/**
 * f and its gradient at a point in float32, infinities and NaN included, in one forward and one
 * backward pass. A variable that f lacks has slope 0.
 */
export function measure(expression: Expression, point: Position): Measured {
  const x = tensor(point.x, { requiresGrad: true });
  const y = tensor(point.y, { requiresGrad: true });
  return enableGrad(() => {
    const value = evaluate(expression, { x, y });
    const found = value.requiresGrad ? grad(value, [x, y], { allowUnused: true }) : [null, null];
    const slopes = found.map((slope) => slope ?? tensor(0));
    return {
      x: x.item(),
      y: y.item(),
      value: value.item(),
      dx: at(slopes, 0).item(),
      dy: at(slopes, 1).item(),
      norm: norm(stack(slopes)).item(),
    };
  });
}

/** x − η ∇f, rounded as float32 tensors round it. */
function stepFrom({ x, y, value, dx, dy }: Measured, rate: number): Omit<Step, 'step'> {
  const next = noGrad(() =>
    tensor([x, y])
      .sub(tensor([dx, dy]).mul(rate))
      .tolist(),
  ) as [number, number];
  return { x, y, value, dx, dy, nextX: next[0], nextY: next[1] };
}

function firstNotFinite({ value, dx, dy, nextX, nextY }: Step): 'f' | 'gradient' | 'step' | null {
  if (!Number.isFinite(value)) return 'f';
  if (!Number.isFinite(dx) || !Number.isFinite(dy)) return 'gradient';
  return Number.isFinite(nextX) && Number.isFinite(nextY) ? null : 'step';
}

const pointOf = ({ x, y, value, dx, dy, norm: length }: Measured): Point => ({
  x,
  y,
  value: orNull(value),
  dx: orNull(dx),
  dy: orNull(dy),
  norm: orNull(length),
});
