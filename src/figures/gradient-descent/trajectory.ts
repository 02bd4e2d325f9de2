import { type Tensor, enableGrad, grad, noGrad, tensor } from '@calculus/autograd';
import { at } from '../shared/at.ts';
import { requireFinite } from '../shared/finite.ts';

/** One row of the notebook's table: where we stand, and where the step leads. */
export interface Step {
  step: number;
  x: number;
  value: number;
  gradient: number;
  next: number;
}

export interface Trajectory {
  /** One entry a step, shorter than asked for only when a number left the range of float32. */
  path: Step[];
  /** After the last step that stayed finite. */
  final: { x: number; value: number };
  /** Where float32 ended, and in which column. */
  stopped: { step: number; where: 'f(x)' | 'gradient' | 'x' } | null;
}

/** More than any figure asks for. */
const mostSteps = 10_000;

/** Gradient descent on (x − target)² in float32, up to the first number that is not finite. */
export function descend(params: {
  rate: number;
  start: number;
  target: number;
  steps: number;
}): Trajectory {
  requireFinite('gradient-descent', params);
  const { rate, start, target, steps } = params;
  if (steps < 1 || steps > mostSteps)
    throw new RangeError(
      `gradient-descent: steps must be 1 to ${String(mostSteps)}, got ${String(steps)}`,
    );
  const x = tensor(start, { requiresGrad: true });
  const path: Step[] = [];
  let stopped: Trajectory['stopped'] = null;
  while (path.length < Math.round(steps) && !stopped) {
    const row = enableGrad(() => takeStep(x, target, rate, path.length));
    const where = firstNotFinite(row);
    if (where === null) path.push(row);
    else stopped = { step: row.step, where };
  }
  return { path, final: finalOf(path, start, target), stopped };
}

function takeStep(x: Tensor, target: number, rate: number, step: number): Step {
  const before = x.item();
  const loss = x.sub(target).pow(2);
  const slope = at(grad(loss, [x]), 0);
  noGrad(() => x.sub_(slope.mul(rate)));
  return { step, x: before, value: loss.item(), gradient: slope.item(), next: x.item() };
}

function firstNotFinite({ value, gradient, next }: Step): 'f(x)' | 'gradient' | 'x' | null {
  if (!Number.isFinite(value)) return 'f(x)';
  if (!Number.isFinite(gradient)) return 'gradient';
  return Number.isFinite(next) ? null : 'x';
}

function finalOf(path: readonly Step[], start: number, target: number): Trajectory['final'] {
  const x = tensor(path.length > 0 ? at(path, -1).next : start);
  return noGrad(() => ({ x: x.item(), value: x.sub(target).pow(2).item() }));
}
