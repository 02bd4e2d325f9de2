import { z } from 'astro/zod';
import { vectorVariants } from '../variants-schema.ts';

const values = z.array(z.number());

export const question = z
  .strictObject({
    /** One label per component, in the order of `answer`. */
    labels: z.array(z.string()),
    answer: values,
    /** Accepted distance of each component. Default: 0.001 · max(1, |component|). */
    tolerance: z.number().positive().optional(),
    /** The answer leads downhill, so that its opposite increases the function. */
    downhill: z.literal(true).optional(),
    slips: z.array(z.strictObject({ values, words: z.string() })).optional(),
    because: z.string().optional(),
    /** The exercise with other numbers, for practice. */
    variants: vectorVariants.optional(),
  })
  .refine(
    ({ labels, answer, slips = [], variants }) =>
      [answer, ...slips.map((slip) => slip.values), variants?.answer ?? answer].every(
        (one) => one.length === labels.length,
      ),
    'answers and slips need one component per label',
  );

export type Question = z.infer<typeof question>;
