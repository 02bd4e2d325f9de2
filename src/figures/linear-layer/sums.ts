import { at } from '../shared/at.ts';
import type { Matrix, Result } from './experiment.ts';

/** The matrices of the picture. */
export type Part = 'X' | 'W' | 'b' | 'Y' | 'dY' | 'dW' | 'db';

/** An entry that is a sum of products, with its numbers: total = Σ factors multiplied. */
export interface Sum {
  /** ∂loss/∂W[0, 0] */
  name: string;
  /** In letters: Σₙ ∂loss/∂Y[n, 0] · X[n, 0] */
  formula: string;
  /** One list of factors a term; each factor knows the matrix that it comes from. */
  terms: { part: Part; value: number }[][];
  total: number;
}

export interface Pointed {
  part: 'Y' | 'dW' | 'db';
  row: number;
  column: number;
}

/** The entry itself, or where there is none the nearest that there is. */
export function nearest(result: Result, { part, row, column }: Pointed): Pointed {
  const matrix = part === 'db' ? [result.db] : result[part];
  const within = (index: number, count: number) => Math.min(index, count - 1);
  return { part, row: within(row, matrix.length), column: within(column, at(matrix, 0).length) };
}

/** How an entry of Y, ∂loss/∂W or ∂loss/∂b comes about. Throws RangeError outside the matrix. */
export function sumOf(result: Result, { part, row, column }: Pointed): Sum {
  const total = part === 'db' ? result.db[column] : result[part][row]?.[column];
  if (total === undefined)
    throw new RangeError(`linear-layer: ${part} has no entry [${String(row)}, ${String(column)}]`);
  return { ...sums[part](result, row, column), total };
}

type Rule = (result: Result, row: number, column: number) => Omit<Sum, 'total'>;

const sums: Record<Pointed['part'], Rule> = {
  /** Y[n, o] = Σᵢ X[n, i] W[o, i] + b[o] */
  Y: ({ X, W, b }, n, o) => ({
    name: `Y[${String(n)}, ${String(o)}]`,
    formula: `Σᵢ X[${String(n)}, i] · W[${String(o)}, i] + b[${String(o)}]`,
    terms: [
      ...at(X, n).map((value, i) => [
        { part: 'X' as const, value },
        { part: 'W' as const, value: at(at(W, o), i) },
      ]),
      [{ part: 'b' as const, value: at(b, o) }],
    ],
  }),
  /** ∂loss/∂W[o, i] = Σₙ ∂loss/∂Y[n, o] X[n, i] */
  dW: ({ X, dY }, o, i) => ({
    name: `∂loss/∂W[${String(o)}, ${String(i)}]`,
    formula: `Σₙ ∂loss/∂Y[n, ${String(o)}] · X[n, ${String(i)}]`,
    terms: column(dY, o).map((value, n) => [
      { part: 'dY' as const, value },
      { part: 'X' as const, value: at(at(X, n), i) },
    ]),
  }),
  /** ∂loss/∂b[o] = Σₙ ∂loss/∂Y[n, o] */
  db: ({ dY }, _, o) => ({
    name: `∂loss/∂b[${String(o)}]`,
    formula: `Σₙ ∂loss/∂Y[n, ${String(o)}]`,
    terms: column(dY, o).map((value) => [{ part: 'dY' as const, value }]),
  }),
};

const column = (matrix: Matrix, index: number): number[] => matrix.map((row) => at(row, index));

/** Which entries meet in that sum: in a part, those of a row, of a column, or none. */
export function marks(
  { part, row, column }: Pointed,
  other: Part,
): (i: number, j: number) => boolean {
  const inRow = (wanted: number) => (i: number) => i === wanted;
  const inColumn = (wanted: number) => (_: number, j: number) => j === wanted;
  const none = () => false;
  const meeting: Record<
    Pointed['part'],
    Partial<Record<Part, (i: number, j: number) => boolean>>
  > = {
    Y: { X: inRow(row), W: inRow(column), b: inColumn(column) },
    dW: { dY: inColumn(row), X: inColumn(column) },
    db: { dY: inColumn(column) },
  };
  return meeting[part][other] ?? none;
}
