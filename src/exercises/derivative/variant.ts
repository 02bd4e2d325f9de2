import { type Drawn, filled } from '../variants.ts';
import type { Question } from './schema.ts';

export type Variants = NonNullable<Question['variants']>;

/** The question about a function with other numbers. */
export const variantOf = (
  { by, variables, interval, variants }: Question & { variants: Variants },
  drawn: Drawn,
): Question => ({
  by,
  variables,
  interval,
  formula: filled(variants.formula, drawn),
  solution: filled(variants.solution, drawn),
});
