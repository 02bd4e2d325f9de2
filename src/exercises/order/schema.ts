import { z } from 'astro/zod';

/** Steps in one right order. Every order in which each step comes after those it needs is right. */
export const question = z
  .strictObject({
    steps: z.array(
      z.strictObject({
        text: z.string(),
        /** Which steps must be done before, by their place in the question. The one before unless said. */
        after: z.array(z.number().int().nonnegative()).optional(),
        /** Why it cannot come before those: said when a learner puts it too early. */
        early: z.string().optional(),
      }),
    ),
    because: z.string().optional(),
  })
  .refine(
    ({ steps }) => steps.every(({ after = [] }, index) => after.every((needed) => needed < index)),
    'a step can only come after steps that are listed before it',
  );

export type Question = z.infer<typeof question>;
