import { measuredRate } from './log-slope.ts';
import { printed } from '../shared/program.ts';
import {
  type Method,
  type Race,
  type Settings,
  bestSettings,
  predictedRate,
  race,
} from './methods.ts';

/** One method's run, in float64, and how fast it was. */
export interface Runner extends Race {
  method: Method;
  settings: Settings;
  settingsText: string;
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

export const enough = 1e-6;

export function runnerOf(method: Method, kappa: number): Runner {
  const { places, errors } = race(method, kappa);
  const to = errors.length - 1;
  const from = Math.floor(to / 2);
  const measured = measuredRate(errors, from);
  const doubleRoot = method === 'momentum' && measured > 0 && to > 1;
  const settings = bestSettings(method, kappa);
  return {
    ...{ method, settings, settingsText: settingsText(method, settings), places, errors },
    ...{ predicted: predictedRate(method, kappa), measured, measuredFrom: from, measuredTo: to },
    measuredWithoutN: doubleRoot ? measuredRate(errors, Math.max(1, from), (n) => n) : null,
    steps: errors.findIndex((error) => error <= enough),
  };
}

function settingsText(method: Method, { rate, momentum }: Settings): string {
  const words = (value: number) => printed(value, '.4g');
  if (method === 'Newton') return 'none: it asks H';
  return method === 'gradient'
    ? `η = ${words(rate)}`
    : `α = ${words(rate)}, β = ${words(momentum)}`;
}
