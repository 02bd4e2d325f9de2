/** How one entry of a matrix comes about: the formula, its numbers, and the entries that meet in it. */
import { at } from '../shared/at.ts';
import { type Worked, bracketed, digits } from '../shared/worked.ts';
import { type Explained, type Marks, inRow, only } from './entry-marks.ts';
import type { Result } from './experiment.ts';
import { type Part, headsOf, roleOf } from './parts.ts';
import { productEntry } from './product-entry.ts';
import { products } from './products.ts';
import { positionsOf } from './sentences.ts';

export interface Pointed {
  part: Part;
  row: number;
  column: number;
}

/** A score that is masked is −∞. */
export const number = (result: Result, part: Part, row: number, column: number): number =>
  at(at(result.matrices[part], row), column) ?? -Infinity;

/** The entry itself, or the nearest that there is in a smaller matrix. */
export function nearest({ matrices }: Result, { part, row, column }: Pointed): Pointed {
  const matrix = matrices[part];
  const within = (index: number, count: number) => Math.min(index, count - 1);
  return { part, row: within(row, matrix.length), column: within(column, at(matrix, 0).length) };
}

/** An entry in full: "A[1, 0] = … = … = 0.42". Rows and columns count from 0. */
export function entryOf(result: Result, { part, row, column }: Pointed): Worked & { marks: Marks } {
  const product = products[part];
  const explained = product
    ? productEntry(result, product, row, column)
    : (others[part] ?? drawn)(result, row, column);
  const value = number(result, part, row, column);
  return {
    name: `${part}[${String(row)}, ${String(column)}]`,
    ...explained,
    result: value === -Infinity ? '−∞' : digits(value),
    role: roleOf(part),
  };
}

/** What the row and the column of an entry stand for: "saw looks at cat". */
export function placeOf(result: Result, { part, row, column }: Pointed): string {
  const { rows, columns } = headsOf(part, result.task);
  const asks = rows && `${at(rows, row)} (row ${String(row)})`;
  if (asks === null) return `row ${String(row)}, column ${String(column)}`;
  if (columns === null) return `${asks}, column ${String(column)}`;
  return `${asks} ${columns === result.task.tokens ? 'looks at' : 'is followed by'} ${at(columns, column)} (column ${String(column)})`;
}

type Rule = (result: Result, row: number, column: number) => Explained;

const drawn: Rule = () => ({ symbols: 'drawn from the seed', numbers: 'a parameter', marks: {} });

const visible = (result: Result, part: 'M' | 'Z', row: number): number[] =>
  at(result.matrices[part], row).filter((score) => score !== null);

/** exp(s) over the sum of the row. The exponentials are left standing: they may be huge. */
const softmaxRule =
  (part: 'M' | 'Z'): Rule =>
  (result, row, column) => {
    const exp = (score: number) => `exp(${digits(score)})`;
    const score = number(result, part, row, column);
    const sum = visible(result, part, row).map(exp).join(' + ');
    const i = String(row);
    return {
      symbols: `exp(${part}[${i}, ${String(column)}]) / Σₖ exp(${part}[${i}, k])`,
      numbers: `${score === -Infinity ? '0' : exp(score)} / (${sum})`,
      marks: { [part]: inRow(row) },
    };
  };

const mean = (list: readonly number[]): number =>
  list.reduce((sum, value) => sum + value, 0) / list.length;

const row = (result: Result, part: Part, index: number): number[] =>
  at(result.matrices[part], index).map((value) => value ?? 0);

/** What layer norm divides a row by. */
const sigmaOf = (result: Result, index: number): number => at(result.sigma, index);

const others: Partial<Record<Part, Rule>> = {
  X: (result, i, j) => {
    const word = at(result.task.tokenIds, i);
    const name = at(result.task.tokens, i);
    return {
      symbols: `E[${name}, ${String(j)}] + P[${String(i)}, ${String(j)}]`,
      numbers: `${digits(number(result, 'E', word, j))} + ${bracketed(number(result, 'P', i, j))}`,
      marks: { E: only(word, j), P: only(i, j) },
    };
  },
  M: (result, i, j) => ({
    symbols: `S[${String(i)}, ${String(j)}] where token ${String(j)} may be seen`,
    numbers:
      number(result, 'M', i, j) === -Infinity
        ? `masked: token ${String(j)} comes after token ${String(i)}`
        : digits(number(result, 'S', i, j)),
    marks: { S: only(i, j) },
  }),
  A: softmaxRule('M'),
  p: softmaxRule('Z'),
  N: (result, i, j) => ({
    symbols: `(R[${String(i)}, ${String(j)}] − μ)/σ`,
    numbers: `(${digits(number(result, 'R', i, j))} − ${bracketed(mean(row(result, 'R', i)))})/${digits(sigmaOf(result, i))}`,
    marks: { R: inRow(i) },
  }),
  dZ: (result, i, j) => ({
    symbols: `(p[${String(i)}, ${String(j)}] − y[${String(i)}, ${String(j)}])/T`,
    numbers: `(${digits(number(result, 'p', i, j))} − ${at(result.task.targetIds, i) === j ? '1' : '0'})/${String(result.task.tokens.length)}`,
    marks: { p: only(i, j) },
  }),
  dR: (result, i, j) => {
    const dN = row(result, 'dN', i);
    const N = row(result, 'N', i);
    const along = mean(dN.map((value, k) => value * at(N, k)));
    return {
      symbols: `(dN[${String(i)}, ${String(j)}] − mean(dN) − N[${String(i)}, ${String(j)}] · mean(dN ∘ N))/σ`,
      numbers: `(${digits(at(dN, j))} − ${bracketed(mean(dN))} − ${bracketed(at(N, j))} · ${bracketed(along)})/${digits(sigmaOf(result, i))}`,
      marks: { dN: inRow(i), N: inRow(i) },
    };
  },
  dS: (result, i, j) => {
    const A = row(result, 'A', i);
    const dA = row(result, 'dA', i);
    const sum = dA.reduce((total, value, k) => total + value * at(A, k), 0);
    return {
      symbols: `A[${String(i)}, ${String(j)}] · (dA[${String(i)}, ${String(j)}] − Σₖ dA[${String(i)}, k] A[${String(i)}, k])`,
      numbers: `${digits(at(A, j))} · (${digits(at(dA, j))} − ${bracketed(sum)})`,
      marks: { A: inRow(i), dA: inRow(i) },
    };
  },
  dP: (result, i, j) => ({
    symbols: `dX[${String(i)}, ${String(j)}]`,
    numbers: digits(number(result, 'dX', i, j)),
    marks: { dX: only(i, j) },
  }),
  dE: (result, word, j) => {
    const positions = positionsOf(result.task, word);
    const terms = positions.map((i) => number(result, 'dX', i, j));
    return {
      symbols:
        positions.map((i) => `dX[${String(i)}, ${String(j)}]`).join(' + ') ||
        'no position: the word is only wanted, never read',
      numbers:
        terms.map((value, k) => (k === 0 ? digits(value) : bracketed(value))).join(' + ') || '0',
      marks: { dX: (i, k) => positions.includes(i) && k === j },
    };
  },
};
