import { z } from 'astro/zod';

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
  })
  .refine(
    ({ labels, answer, slips = [] }) =>
      [answer, ...slips.map((slip) => slip.values)].every((one) => one.length === labels.length),
    'the answer and every slip need one component per label',
  );

export type Question = z.infer<typeof question>;
