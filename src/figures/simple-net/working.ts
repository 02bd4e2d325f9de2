import type { Worked } from '../shared/worked.ts';

/** A step with its numbers, in formulas and words. */
export interface Working {
  /** "Forward: weighted sum of unit 1", said before the formulas. */
  title: string;
  formulas: Worked[];
  /** Something to know about this step; empty where there is nothing. */
  remark: string;
}
