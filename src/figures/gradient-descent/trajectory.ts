import { type Tensor, enableGrad, noGrad, tensor } from '@calculus/autograd';
import { requireFinite } from '../shared/finite.ts';
import type { Params } from './experiment.ts';

/** One row of the notebook's table: where we stand, and where the step leads. */
export interface Step {
  step: number;
  x: number;
  value: number;
  gradient: number;
  next: number;
}

export interface Walk {
  /** One entry a step, shorter than asked for only when a number left the range of float32. */
  path: Step[];
  /** After the last step that stayed finite. */
  final: { x: number; value: number };
  /** Where float32 ended, and in which column. */
  stopped: { step: number; where: string } | null;
}

/** More than any figure asks for. */
const mostSteps = 10_000;

/** Gradient descent on (x − target)² in float32, up to the first number that is not finite. */
export function walk(params: Params): Walk {
  requireFinite('gradient-descent', params);
  const { rate, start, target, steps } = params;
  if (steps < 1 || steps > mostSteps)
    throw new RangeError(`gradient-descent: steps must be 1 to ${mostSteps}, got ${steps}`);
  const x = tensor(start, { requiresGrad: true });
  const path: Step[] = [];
  let stopped: Walk['stopped'] = null;
  for (let step = 0; step < Math.round(steps) && !stopped; step++) {
    const row = enableGrad(() => descend(x, target, rate, step));
    const where = firstNotFinite(row);
    if (where === null) path.push(row);
    else stopped = { step, where };
  }
  const last = path.at(-1)?.next ?? tensor(start).item();
  const value = noGrad(() => tensor(last).sub(target).pow(2).item());
  return { path, final: { x: last, value }, stopped };
}

function descend(x: Tensor, target: number, rate: number, step: number): Step {
  x.grad = null;
  const place = x.item();
  const loss = x.sub(target).pow(2);
  loss.backward();
  const slope = x.grad as Tensor | null;
  if (slope === null) throw new Error('gradient-descent: the loss does not depend on x');
  noGrad(() => x.sub_(slope.mul(rate)));
  return { step, x: place, value: loss.item(), gradient: slope.item(), next: x.item() };
}

function firstNotFinite({ value, gradient, next }: Step): string | null {
  if (!Number.isFinite(value)) return 'f(x)';
  if (!Number.isFinite(gradient)) return 'gradient';
  return Number.isFinite(next) ? null : 'x';
}
