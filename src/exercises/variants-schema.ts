import { z } from 'astro/zod';

/**
 * The same exercise with other numbers. In its texts and formulas `{name}` stands for a number. Formulas are
 * in the grammar of packages/expression.
 */
const variants = z.strictObject({
  /** The first number of each list is the exercise's own, so that a test can hold the variant to it. */
  numbers: z.record(z.string().regex(/^[a-z]+$/), z.array(z.number()).min(2)),
  /** Numbers on the way to the answer, each computed from those before it. */
  values: z.record(z.string().regex(/^[a-z]+$/), z.string()).default({}),
  /** The way to the answer, step by step; the last step ends with `= the answer`. */
  way: z.array(z.string()).min(1),
});

export const numberVariants = variants.extend({
  /** The question, in words and formulas that need no typesetting. */
  ask: z.string(),
  answer: z.string(),
});

export const vectorVariants = variants.extend({
  ask: z.string(),
  /** One formula for each component. */
  answer: z.array(z.string()),
});

export const derivativeVariants = variants.extend({
  /** "Differentiate f(x) = … with respect to x." unless said. */
  ask: z.string().optional(),
  /** The function to differentiate. */
  formula: z.string(),
  /** A right answer, for tests. */
  solution: z.string(),
});
