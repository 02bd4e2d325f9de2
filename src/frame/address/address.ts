/** A figure's settings as an address can give them: read, tried, and repaired where they fail. */

import { attempt, type Failure, typedFormula } from '../attempt.ts';
import type { Controls, FigureDefinition, Settings } from '../../figures/shared/contract.ts';
import { settled } from '../controls/follow.ts';
import { pathLength, STEP, withStep } from './step.ts';
import { parseState, type UrlState } from './url-state.ts';

export interface Arrival<Params> {
  params: Params;
  /** Where the player stands; null at the end of the path, or where a setting says it. */
  step: number | null;
  /** Sentences about what was ignored or changed. */
  problems: string[];
}

/** What `search` asks for. A formula that cannot be read is ignored, like a bad number. */
export function arrive<Params extends object, Result extends object>(
  search: string,
  figure: FigureDefinition<Params, Result>,
): Arrival<Params> {
  const read = (steps: number): UrlState =>
    parseState(search, figure.id, withStep(figure.controls, steps));
  const asked = read(Infinity);
  const params = settled(figure, asked.settings);
  // What takes long is tried in the worker, and says there what is wrong.
  if (figure.work) return { params, step: stepOf(asked), problems: asked.problems };
  const tried = attempt(figure, params);
  if (!tried.ok) return repair(figure, asked, params, tried.failure);
  const { settings, problems } = read(pathLength(tried.shown.result));
  return { params, step: stepOf({ settings, problems }), problems };
}

const stepOf = ({ settings }: UrlState): number | null =>
  typeof settings[STEP] === 'number' ? settings[STEP] : null;

/** Does without the formula that failed, or without all settings. */
function repair<Params extends object, Result extends object>(
  figure: FigureDefinition<Params, Result>,
  { settings, problems }: UrlState,
  params: Params,
  { message }: Failure,
): Arrival<Params> {
  const controls: Controls = figure.controls;
  const key = typedFormula(controls, params as unknown as Settings);
  const subject =
    key === undefined ? 'The settings' : `${controls[key]?.label ?? key}: the formula`;
  const problem = `${subject} in the address cannot be used. ${message}`;
  const kept = Object.entries(settings).filter(([name]) => key !== undefined && name !== key);
  const repaired = settled(figure, Object.fromEntries(kept));
  const safe = attempt(figure, repaired).ok ? repaired : figure.defaults;
  return { params: safe, step: null, problems: [...problems, problem] };
}
