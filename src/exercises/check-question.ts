import { z } from 'astro/zod';

const schemas = import.meta.glob<z.ZodType>('./*/schema.ts', { import: 'question', eager: true });

/** What a chapter writes in an `<Answer … />`. */
const attributes = z.strictObject({
  /** The id of the exercise, under which progress is kept. */
  id: z.string(),
  /** Name of a folder in `src/exercises`. */
  kind: z.string(),
  /** What the grader of this kind needs. */
  question: z.unknown(),
  /** Beside the field, where there is one. */
  label: z.string().optional(),
});

export type AnswerAttributes = z.infer<typeof attributes>;

/** Checks the question by the schema of its kind. An error names the exercise and the key at fault. */
export function checkAnswer(given: Readonly<Record<string, unknown>>): AnswerAttributes {
  const { id, kind, question, label } = checked(attributes, given, given);
  const schema = schemas[`./${kind}/schema.ts`];
  if (!schema) throw new Error(`Answer "${id}": there is no exercise kind "${kind}"`);
  checked(schema, question, given);
  return { id, kind, question, label };
}

function checked<T>(
  schema: z.ZodType<T>,
  value: unknown,
  { id, kind }: Readonly<Record<string, unknown>>,
): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
  throw new Error(`Answer "${String(id)}" of kind "${String(kind)}": ${issues.join('; ')}`);
}
