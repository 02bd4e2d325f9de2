import { computed, type Drawn } from '../variants.ts';
import type { Question } from './schema.ts';

export type Variants = NonNullable<Question['variants']>;

/** The question with other numbers. Its slips are named by size, sign and order alone. */
export const variantOf = (
  { labels, tolerance, downhill, variants }: Question & { variants: Variants },
  drawn: Drawn,
): Question => ({
  labels,
  tolerance,
  downhill,
  answer: variants.answer.map((formula) => computed(formula, drawn)),
});
