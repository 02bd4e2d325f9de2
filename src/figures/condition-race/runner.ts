import type { Work } from '../shared/contract.ts';
import { measuredRate } from '../shared/log-slope.ts';
import {
  type Method,
  type Settings,
  type TrajectoryPoint,
  lost,
  race,
  rateAlong,
  settingsAt,
} from './methods.ts';

/** The eigenvector along which the error shrinks most slowly in the long run: λ = 1 is flat, λ = κ steep. */
export type Pace = 'flat' | 'steep' | 'both';

/** One method's run, in float64, and how fast it was. */
export interface Runner {
  method: Method;
  settings: Settings;
  /** Those of its trajectory: the first is 1. */
  errors: number[];
  /** What each step multiplies the error along the eigenvectors of 1 and of κ by, in the long run. */
  rates: [number, number];
  /** The larger of the two. */
  predicted: number;
  pace: Pace;
  /** From the second half of its steps; 0 where it lands on the minimum exactly. */
  measured: number;
  /** The steps that the measurement starts and ends with. */
  measuredFrom: number;
  measuredTo: number;
  /** The same for error/n, of which momentum's n·ρⁿ makes a straight line; null for others. */
  measuredWithoutN: number | null;
  /** Until a millionth of the first distance is left; null where that is not reached. */
  steps: number | null;
  /** The distance grew to `lost` times the first, and the run was stopped. */
  diverged: boolean;
}

/** A runner and the way it took. */
export interface Run {
  runner: Runner;
  trajectory: TrajectoryPoint[];
}

const enough = 1e-6;

/** A method at so many times its best rate. */
export function* runOf(method: Method, kappa: number, times: number): Work<Run> {
  const trajectory = yield* race(method, kappa, settingsAt(method, kappa, times));
  return { runner: runnerOf(method, kappa, times, trajectory), trajectory };
}

function runnerOf(
  method: Method,
  kappa: number,
  times: number,
  trajectory: readonly TrajectoryPoint[],
): Runner {
  const settings = settingsAt(method, kappa, times);
  const errors = trajectory.map(({ error }) => error);
  const to = errors.length - 1;
  const from = Math.floor(to / 2);
  const measured = measuredRate(errors, from);
  const doubleRoot = method === 'momentum' && times === 1 && measured > 0 && to > 1;
  const rates = ratesOf(method, kappa, settings);
  const steps = errors.findIndex((error) => error <= enough);
  return {
    method,
    settings,
    errors,
    rates,
    predicted: Math.max(...rates),
    pace: paceOf(rates),
    measured,
    measuredFrom: from,
    measuredTo: to,
    measuredWithoutN: doubleRoot ? measuredRate(errors, Math.max(1, from), (n) => n) : null,
    steps: steps < 0 ? null : steps,
    diverged: Math.max(...errors) >= lost,
  };
}

const ratesOf = (method: Method, kappa: number, settings: Settings): Runner['rates'] =>
  method === 'Newton' ? [0, 0] : [rateAlong(1, settings), rateAlong(kappa, settings)];

function paceOf([flat, steep]: Runner['rates']): Pace {
  if (Math.abs(flat - steep) <= 1e-12) return 'both';
  return flat > steep ? 'flat' : 'steep';
}
