import type { Control } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { type Stage, stages } from './stages.ts';
import { type NetValues, netValues } from './values.ts';

export interface Params {
  seed: number;
  stage: number;
}

/** Of the seeds with exactly one dead unit, 19 has the largest smallest number: all can be read. */
export const defaults: Params = { seed: 19, stage: 18 };

export const controls = {
  seed: { label: 'Seed', min: 0, max: 99, step: 1 },
  stage: { label: 'Stage', min: 0, max: 18, step: 1, stage: true },
} as const satisfies Record<keyof Params, Control>;

export interface Result {
  net: NetValues;
  /** The steps of both passes, in the order in which they are taken. */
  path: readonly Stage[];
  /** The step just taken; null before the first. */
  now: Stage | null;
  /** Names of all that has been computed so far. */
  known: string[];
  /** Units whose relu answers 0, counted from 1. */
  dead: number[];
}

/** The notebook's 2-3-1 network, its loss and all gradients, up to a stage of the two passes. */
export function run(params: Params): Result {
  requireFinite('simple-net', params);
  const net = netValues(Math.round(params.seed));
  const taken = stages.slice(0, Math.max(0, Math.round(params.stage)));
  return {
    net,
    path: stages,
    now: taken.at(-1) ?? null,
    known: taken.flatMap(({ gives }) => gives),
    dead: net.z.flatMap(({ value }, unit) => (value > 0 ? [] : [unit + 1])),
  };
}
