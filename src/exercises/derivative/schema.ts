import { z } from 'astro/zod';
import { derivativeVariants } from '../variants-schema.ts';

export const question = z.strictObject({
  /** The function to differentiate, in the grammar of packages/expression. */
  formula: z.string(),
  /** The variable of differentiation. Default `x`. */
  by: z.string().optional(),
  /** Every variable that occurs. Default `['x']`. */
  variables: z.array(z.string()).optional(),
  /** Where answers are compared, the same for every variable. Default −3 … 3. */
  interval: z.tuple([z.number(), z.number()]).optional(),
  /** Wrong answers that give a known slip away, and what to say about each. */
  slips: z.array(z.strictObject({ formula: z.string(), words: z.string() })).optional(),
  /** A right answer as the worked solution has it. */
  solution: z.string(),
  because: z.string().optional(),
  /** The exercise with other numbers, for practice. */
  variants: derivativeVariants.optional(),
});

export type Question = z.infer<typeof question>;
