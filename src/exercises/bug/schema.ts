import { z } from 'astro/zod';

/** A short program with one faulty line. */
export const question = z
  .strictObject({
    lines: z.array(
      z.strictObject({
        code: z.string(),
        bug: z.literal(true).optional(),
        /** Why this line is the fault, or why it is as it should be. A line without is not to be chosen. */
        reason: z.string().optional(),
      }),
    ),
  })
  .refine(
    ({ lines }) => lines.filter(({ bug, reason }) => bug && reason !== undefined).length === 1,
    'exactly one line must be the bug, with its reason',
  );

export type Question = z.infer<typeof question>;
