/** What a control makes of a number: inside its bounds, whole where it counts, and said if changed. */

import type { NumberControl } from '../../figures/shared/contract.ts';
import { isWhole } from './control.ts';
import { formatSetting } from '../../figures/shared/format.ts';

export interface Fitted {
  value: number;
  /** Why it is not the number that came; absent where it is. */
  problem?: string;
}

/** The nearest value that the control allows. */
export function fit(value: number, control: NumberControl): Fitted {
  const { min, max } = control;
  if (value < min) return { value: min, problem: `the smallest is ${formatSetting(min)}` };
  if (value > max) return { value: max, problem: `the largest is ${formatSetting(max)}` };
  if (isWhole(control) && !Number.isInteger(value)) {
    return { value: Math.round(value), problem: 'it must be a whole number' };
  }
  return { value };
}
