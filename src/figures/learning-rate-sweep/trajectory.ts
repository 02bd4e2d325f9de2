import { enableGrad, optim, tensor } from '@calculus/autograd';
import { type Expression, evaluate } from '@calculus/expression';
import type { Position } from '../shared/contract.ts';
import { type ScheduleName, scheduleOf } from './schedules.ts';

/** What every run of a sweep has in common. */
export interface Course {
  expression: Expression;
  start: Position;
  schedule: ScheduleName;
  steps: number;
}

export interface Descent {
  /** The rate that the schedule is made from: its largest. */
  rate: number;
  /** f before every step and after the last; as far as numbers are finite. */
  losses: number[];
  /** The learning rate of every step taken. */
  rates: number[];
  /** The last point where f is finite; the start where it is nowhere. */
  end: Position;
  /** After this step a number was no longer finite; 0 where f is not finite at the start. */
  lostAt: number | null;
}

/** torch.optim.SGD with one of its schedules, in float64. */
export function descend({ expression, start, schedule, steps }: Course, rate: number): Descent {
  return enableGrad(() => {
    const x = tensor(start.x, { dtype: 'float64', requiresGrad: true });
    const y = tensor(start.y, { dtype: 'float64', requiresGrad: true });
    const optimizer = new optim.SGD([x, y], { lr: rate });
    const scheduler = scheduleOf(schedule).make?.(optimizer, rate, steps);
    const descent: Descent = { rate, losses: [], rates: [], end: start, lostAt: null };
    for (let step = 0; ; step++) {
      const loss = evaluate(expression, { x, y });
      if (!Number.isFinite(loss.item())) return { ...descent, lostAt: step };
      descent.losses.push(loss.item());
      descent.end = { x: x.item(), y: y.item() };
      if (step === steps) return descent;
      optimizer.zeroGrad();
      if (loss.requiresGrad) loss.backward();
      descent.rates.push(optimizer.paramGroups[0]?.lr ?? rate);
      optimizer.step();
      if (!Number.isFinite(x.item() + y.item())) return { ...descent, lostAt: step + 1 };
      if (step < steps - 1) scheduler?.step();
    }
  });
}

/** Whether a run ends, with numbers, lower than it began. */
export function endsLower({ losses, lostAt }: Descent): boolean {
  const [first] = losses;
  const last = losses.at(-1);
  return lostAt === null && first !== undefined && last !== undefined && last < first;
}
