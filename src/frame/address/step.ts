/** The player's place in an address, `ID.step=…`, for a figure that keeps it as no setting. */

import type { Controls } from '../../figures/shared/contract.ts';
import { stageOf } from '../controls/control.ts';

export const STEP = 'step';

/** Entries of the path that a player goes along; 0 where a result has none. */
export const pathLength = (result: object): number =>
  'path' in result && Array.isArray(result.path) ? result.path.length : 0;

/** The controls and, where a player of `steps` steps has a place of its own, that place. */
export const withStep = (controls: Controls, steps: number): Controls =>
  steps === 0 || stageOf(controls)
    ? controls
    : { [STEP]: { label: 'Step', min: 0, max: steps, step: 1 }, ...controls };
