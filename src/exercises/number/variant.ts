import { readNumber } from '../read-answer.ts';
import { type Drawn, filled } from '../variants.ts';
import type { Question } from './schema.ts';

export type Variants = NonNullable<Question['variants']>;

/** The question with other numbers. Its slips are named by size and sign alone. */
export function variantOf({ answer }: Variants, drawn: Drawn): Question {
  const formula = filled(answer, drawn);
  const read = readNumber(formula);
  if ('problem' in read) throw new Error(`number: ${formula}: ${read.problem}`);
  return { answer: read.value };
}
