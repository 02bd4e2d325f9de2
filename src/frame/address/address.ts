/** A figure's settings as an address can give them: read, tried, and repaired where they fail. */

import { attempt, typedFormula } from '../attempt.ts';
import type { Controls, FigureDefinition, Settings } from '../../figures/shared/contract.ts';
import { settled } from '../controls/follow.ts';
import { parseState } from './url-state.ts';

export interface Arrival<Params> {
  params: Params;
  /** Sentences about what was ignored or changed. */
  problems: string[];
}

/** The parameters that `search` asks for. A formula that cannot be read is ignored, like a bad number. */
export function arrive<Params extends object, Result extends object>(
  search: string,
  figure: FigureDefinition<Params, Result>,
): Arrival<Params> {
  const controls = figure.controls as Controls;
  const { settings, problems } = parseState(search, figure.id, controls);
  const params = settled(figure, settings);
  const tried = attempt(figure, params);
  if (tried.ok) return { params, problems };
  const key = typedFormula(controls, params as unknown as Settings);
  const subject =
    key === undefined ? 'The settings' : `${controls[key]?.label ?? key}: the formula`;
  const problem = `${subject} in the address cannot be used. ${tried.failure.message}`;
  const kept = Object.entries(settings).filter(([name]) => key !== undefined && name !== key);
  const repaired = settled(figure, Object.fromEntries(kept));
  const safe = attempt(figure, repaired).ok ? repaired : figure.defaults;
  return { params: safe, problems: [...problems, problem] };
}
