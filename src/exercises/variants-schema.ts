import { z } from 'astro/zod';

/**
 * The same exercise with other numbers. In its texts `{name}` stands for a number. The first number of each
 * list is the exercise's own, so that a test can hold the templates to the exercise itself.
 */
const numbers = z.record(z.string().regex(/^[a-z]+$/), z.array(z.number()).min(2));

export const numberVariants = z.strictObject({
  numbers,
  /** The question, in words and formulas that need no typesetting. */
  ask: z.string(),
  /** The answer, in the grammar of packages/expression. */
  answer: z.string(),
});

export const derivativeVariants = z.strictObject({
  numbers,
  /** The function to differentiate. */
  formula: z.string(),
  /** A right answer, for tests. */
  solution: z.string(),
});
