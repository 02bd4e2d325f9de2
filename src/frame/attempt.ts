/** One run of a figure, with what went wrong where it did. */

import type { Controls, FigureDefinition, Settings } from '../figures/shared/contract.ts';

export interface Shown<Params, Result> {
  params: Params;
  result: Result;
}

export interface Failure {
  message: string;
  /** Where in a typed formula, counted from 0; null where the error is not about a formula. */
  position: number | null;
}

export type Attempt<Params, Result> =
  { ok: true; shown: Shown<Params, Result> } | { ok: false; failure: Failure };

export const toFailure = (error: unknown): Failure => {
  if (!(error instanceof Error)) return { message: String(error), position: null };
  const position =
    'position' in error && typeof error.position === 'number' ? error.position : null;
  return { message: error.message, position };
};

/** Runs; an error becomes a value, because the figure must outlive it. */
export function attempt<Params extends object, Result extends object>(
  { run }: Pick<FigureDefinition<Params, Result>, 'run'>,
  params: Params,
): Attempt<Params, Result> {
  try {
    return { ok: true, shown: { params, result: run(params) } };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}

/** The key of the first setting that holds a formula of the reader's own. */
export const typedFormula = (controls: Controls, settings: Settings): string | undefined =>
  Object.keys(controls).find((key) => {
    const control = controls[key];
    return (
      control !== undefined &&
      'options' in control &&
      control.own !== undefined &&
      !control.options.some(({ value }) => value === settings[key])
    );
  });
