import { z } from 'astro/zod';
import { numberVariants } from '../variants-schema.ts';

export const question = z.strictObject({
  answer: z.number(),
  /** Accepted distance from the answer, in the answer's unit. Default: 0.001 · max(1, |answer|). */
  tolerance: z.number().positive().optional(),
  /** Accepts every number from the first to the second, for questions about a size. */
  between: z.tuple([z.number(), z.number()]).optional(),
  /** Wrong answers that give a known slip away, and what to say about each. */
  slips: z.array(z.strictObject({ value: z.number(), words: z.string() })).optional(),
  /** Said after a right answer. */
  because: z.string().optional(),
  /** The exercise with other numbers, for practice. */
  variants: numberVariants.optional(),
});

export type Question = z.infer<typeof question>;
