import type { Role } from '../shared/contract.ts';

/** Every matrix of the block, by its letter in formulas. */
export type Value =
  | 'E'
  | 'P'
  | 'X'
  | 'Wq'
  | 'Wk'
  | 'Wv'
  | 'Q'
  | 'K'
  | 'V'
  | 'S'
  | 'A'
  | 'O'
  | 'Wo'
  | 'R'
  | 'N'
  | 'U'
  | 'Z';

/** ∂loss/∂S is written dS. */
export type Gradient = `d${Value}`;

/** M are the masked scores, p the probabilities: no gradient is shown of them. */
export type Part = Value | Gradient | 'M' | 'p';

export const values: readonly Value[] = [
  ...(['E', 'P', 'X', 'Wq', 'Wk', 'Wv', 'Q', 'K', 'V'] as const),
  ...(['S', 'A', 'O', 'Wo', 'R', 'N', 'U', 'Z'] as const),
];

/** In the order in which a backward pass finds them. */
export const gradients = [
  ...(['dZ', 'dU', 'dN', 'dR', 'dWo', 'dO', 'dV', 'dA', 'dS', 'dQ', 'dK'] as const),
  ...(['dX', 'dWq', 'dWk', 'dWv', 'dP', 'dE'] as const),
] satisfies readonly Gradient[];

export const parameters: readonly Value[] = ['E', 'P', 'Wq', 'Wk', 'Wv', 'Wo', 'U'];

/** What the rows and columns of a matrix belong to; the rest are numbers of a vector. */
const axes: Partial<
  Record<Value | 'M' | 'p', readonly ['token' | 'word' | null, 'token' | 'word' | null]>
> = {
  E: ['word', null],
  U: ['word', null],
  S: ['token', 'token'],
  M: ['token', 'token'],
  A: ['token', 'token'],
  Z: ['token', 'word'],
  p: ['token', 'word'],
  ...Object.fromEntries(
    (['Wq', 'Wk', 'Wv', 'Wo'] as const).map((name) => [name, [null, null] as const]),
  ),
};

/** The value that a gradient is of, or the value itself. */
export const valueOf = (part: Part): Value | 'M' | 'p' =>
  isGradient(part) ? (part.slice(1) as Value) : part;

export const isGradient = (part: Part): part is Gradient => part.startsWith('d');

/** The words beside the rows and above the columns of a matrix; null where they are plain numbers. */
export function headsOf(
  part: Part,
  { tokens, vocabulary }: { tokens: readonly string[]; vocabulary: readonly string[] },
): { rows: readonly string[] | null; columns: readonly string[] | null } {
  const [rows, columns] = axes[valueOf(part)] ?? (['token', null] as const);
  const words = (axis: 'token' | 'word' | null) =>
    axis === null ? null : axis === 'token' ? tokens : vocabulary;
  return { rows: words(rows), columns: words(columns) };
}

export const roleOf = (part: Part): Role =>
  isGradient(part) ? 'gradient' : parameters.includes(part as Value) ? 'input' : 'function';
