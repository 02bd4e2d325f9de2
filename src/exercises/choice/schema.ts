import { z } from 'astro/zod';

/** With more than one right option the learner ticks all that hold; otherwise one is chosen. */
export const question = z
  .strictObject({
    options: z.array(
      z.strictObject({
        text: z.string(),
        right: z.literal(true).optional(),
        /** Why this option holds, or which thought leads to it and where that thought breaks. */
        reason: z.string(),
      }),
    ),
  })
  .refine(({ options }) => options.some(({ right }) => right), 'no option is right');

export type Question = z.infer<typeof question>;
