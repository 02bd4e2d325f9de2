/** What each matrix of the figure looks like at one stage. */
import type { Role } from '../shared/contract.ts';
import { at } from '../shared/at.ts';
import { type Pointed, entryOf } from './entry.ts';
import type { Marks } from './entry-marks.ts';
import type { Result } from './experiment.ts';
import { type Part, headsOf, isGradient, roleOf, valueOf } from './parts.ts';

/** Scores, weights, output and their gradients are always there; the rest come with their stage. */
export const core = ['S', 'A', 'O', 'dS', 'dA', 'dO'] as const satisfies readonly Part[];

const names: Record<ReturnType<typeof valueOf>, string> = {
  E: 'embedding of each word',
  P: 'position',
  X: 'embeddings',
  Wq: 'weights of queries',
  Wk: 'weights of keys',
  Wv: 'weights of values',
  Q: 'queries',
  K: 'keys',
  V: 'values',
  S: 'scores',
  M: 'masked scores',
  A: 'attention weights',
  O: 'output',
  Wo: 'weights of the output',
  R: 'residual',
  N: 'normalised',
  U: 'weights of the logits',
  Z: 'logits',
  p: 'probabilities',
};

export interface MatrixView {
  label: string;
  title: string;
  note: string;
  values: (number | null)[][];
  role: Role;
  heads: ReturnType<typeof headsOf>;
  none: string;
  muted: (row: number, column: number) => boolean;
  marked: (row: number, column: number) => boolean;
  selected: { row: number; column: number } | null;
}

/** The matrices that the stage reads or computes, apart from those that are always there. */
export const stageParts = ({ now }: Result): Part[] => {
  const parts = now
    ? [...now.reads, ...now.gives]
    : (['E', 'P', 'Wq', 'Wk', 'Wv', 'Wo', 'U'] as const);
  return parts.filter((part) => part !== 'M' && !(core as readonly Part[]).includes(part));
};

/** Scores and masked scores share a place. */
const shownAs = (part: Part, { known }: Result): Part =>
  part === 'S' && known.includes('M') ? 'M' : part;

/** What is looked at until a reader points: an entry of what the stage computes. */
export function firstOf({ now }: Result): Pointed {
  const part = now?.gives[0] ?? 'E';
  return { part: part === 'M' ? 'S' : part, row: part === 'dE' ? 0 : 1, column: 0 };
}

/** A score is explained by its product, a masked one by the mask. */
export function explained(result: Result, pointed: Pointed): ReturnType<typeof entryOf> {
  const { part, row, column } = pointed;
  const masked = shownAs(part, result) === 'M' && at(at(result.matrices.M, row), column) === null;
  return entryOf(result, masked ? { ...pointed, part: 'M' } : pointed);
}

/** A matrix with the entries marked that meet in the entry looked at. */
export function matrixView(
  result: Result,
  part: Part,
  pointed: Pointed,
  { marks }: { marks: Marks },
): MatrixView {
  const shown = shownAs(part, result);
  const known = result.known.includes(part);
  const matrix = result.matrices[shown];
  const isMasked = (i: number, j: number) => result.matrices.M[i]?.[j] === null;
  const masks = result.known.includes('M') && ['S', 'A', 'dS'].includes(part);
  const rows = matrix.length;
  const columns = matrix[0]?.length ?? 0;
  return {
    label: `${isGradient(part) ? `Gradient of ${names[valueOf(part)]}` : names[shown as ReturnType<typeof valueOf>]}, ${part}, ${String(rows)} by ${String(columns)}`,
    title: part,
    note: isGradient(part) ? `= ∂L/∂${valueOf(part)}` : names[valueOf(shown)],
    values: known ? matrix : matrix.map((row) => row.map(() => null)),
    role: roleOf(part),
    heads: headsOf(part, result.task),
    none: known ? '−∞' : '·',
    muted: (i, j) => !known || (masks && isMasked(i, j)),
    marked: (i, j) => marks[part === 'S' && marks.M ? 'M' : part]?.(i, j) === true,
    selected: pointed.part === part ? pointed : null,
  };
}
