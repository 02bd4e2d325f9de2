import type { Session, Work } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { exhaust } from '../shared/work.ts';
import { controls, type Params } from './params.ts';
import { resume } from './resume.ts';
import { type Result, snapshot } from './snapshot.ts';

export { controls, defaults, type Params } from './params.ts';
export type { Result } from './snapshot.ts';

/** Trains a network from its seed for `step` steps, or up to the first number that leaves float64. */
export function* work(params: Params): Work<Result> {
  requireFinite('train-net', params);
  const steps = Math.round(params.step);
  const trainer = resume(params);
  while (trainer.steps < steps && !trainer.stopped) {
    trainer.advance();
    yield trainer.steps / steps;
  }
  return snapshot(trainer);
}

export const run = (params: Params): Result => exhaust(work(params));

/** The same run, going on for as long as it is watched. */
export function session(params: Params): Session<Result> {
  requireFinite('train-net', params);
  let reached: Params = params;
  return {
    advance(steps) {
      const to = Math.min(controls.step.max, Math.round(reached.step) + steps);
      const result = run({ ...reached, step: to });
      reached = { ...params, step: result.steps };
      return result;
    },
  };
}
