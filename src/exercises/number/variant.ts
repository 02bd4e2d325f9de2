import { computed, type Drawn } from '../variants.ts';
import type { Question } from './schema.ts';

export type Variants = NonNullable<Question['variants']>;

/** The question with other numbers. Its slips are named by size and sign alone. */
export const variantOf = (
  { tolerance, variants }: Question & { variants: Variants },
  drawn: Drawn,
): Question => ({ tolerance, answer: computed(variants.answer, drawn) });
