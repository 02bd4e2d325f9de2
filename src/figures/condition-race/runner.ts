import { measuredRate } from '../shared/log-slope.ts';
import {
  type Method,
  type Settings,
  type TrajectoryPoint,
  bestSettings,
  predictedRate,
  race,
} from './methods.ts';

/** One method's run, in float64, and how fast it was. */
export interface Runner {
  method: Method;
  settings: Settings;
  trajectory: TrajectoryPoint[];
  /** Those of the trajectory: the first is 1. */
  errors: number[];
  predicted: number;
  /** From the second half of its steps; 0 where it lands on the minimum exactly. */
  measured: number;
  /** The steps that the measurement starts and ends with. */
  measuredFrom: number;
  measuredTo: number;
  /** The same for error/n, of which momentum's n·ρⁿ makes a straight line; null for others. */
  measuredWithoutN: number | null;
  /** Until a millionth of the first distance is left. */
  steps: number;
}

const enough = 1e-6;

export function runnerOf(method: Method, kappa: number): Runner {
  const trajectory = race(method, kappa);
  const errors = trajectory.map(({ error }) => error);
  const to = errors.length - 1;
  const from = Math.floor(to / 2);
  const measured = measuredRate(errors, from);
  const doubleRoot = method === 'momentum' && measured > 0 && to > 1;
  return {
    method,
    settings: bestSettings(method, kappa),
    trajectory,
    errors,
    predicted: predictedRate(method, kappa),
    measured,
    measuredFrom: from,
    measuredTo: to,
    measuredWithoutN: doubleRoot ? measuredRate(errors, Math.max(1, from), (n) => n) : null,
    steps: errors.findIndex((error) => error <= enough),
  };
}
