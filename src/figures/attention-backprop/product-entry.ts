import { at } from '../shared/at.ts';
import { bracketed, digits, sumOfProducts } from '../shared/worked.ts';
import { type Explained, type Marks, inColumn, inRow } from './entry-marks.ts';
import type { Result } from './experiment.ts';
import { type Operand, type Product, untransposed } from './products.ts';

type Pair = readonly [Operand, Operand];

/** An entry of a product of matrices: a row of the left one meets a column of the right one. */
export function productEntry(
  result: Result,
  { plus, of, scaled }: Product,
  row: number,
  column: number,
): Explained {
  const place = `[${String(row)}, ${String(column)}]`;
  const added = plus && {
    symbol: `${plus}${place}`,
    value: at(at(result.matrices[plus], row), column) ?? 0,
  };
  const sums = of.map((pair) => factorsOf(result, pair, row, column));
  const numbers = sums.map((factors) =>
    of.length > 1 ? bracketed(total(factors)) : sumOfProducts(factors),
  );
  const symbols = of.map((pair) => symbolsOf(pair, row, column));
  const both = (list: readonly string[], first: string | undefined) =>
    (first === undefined ? list : [first, ...list]).join(' + ');
  const sum = both(numbers, added && digits(added.value));
  return {
    symbols: `${both(symbols, added?.symbol)}${scaled ? ' / (τ√d)' : ''}`,
    numbers: scaled ? `(${sum}) · ${digits(result.scale)}` : sum,
    marks: Object.assign(
      {},
      ...of.map((pair) => marksOf(pair, row, column)),
      plus && { [plus]: (i: number, j: number) => i === row && j === column },
    ) as Marks,
  };
}

/** Left [row, k] and right [k, column] for every k. */
function factorsOf(result: Result, [left, right]: Pair, row: number, column: number): number[][] {
  const first = line(result, left, row, 'row');
  const second = line(result, right, column, 'column');
  return first.map((value, k) => [value, at(second, k)]);
}

/** A row of an operand is a column of the matrix where the operand is its transpose. */
function line(result: Result, operand: Operand, index: number, along: 'row' | 'column'): number[] {
  const { part, transposed } = untransposed(operand);
  const matrix = result.matrices[part];
  const inMatrix = (along === 'row') !== transposed;
  return (inMatrix ? at(matrix, index) : matrix.map((one) => at(one, index))).map(
    (value) => value ?? 0,
  );
}

const total = (factors: readonly (readonly number[])[]): number =>
  factors.reduce((sum, pair) => sum + pair.reduce((product, factor) => product * factor, 1), 0);

function symbolsOf([left, right]: Pair, row: number, column: number): string {
  const place = (operand: Operand, first: string, second: string): string => {
    const { part, transposed } = untransposed(operand);
    return transposed ? `${part}[${second}, ${first}]` : `${part}[${first}, ${second}]`;
  };
  return `Σₖ ${place(left, String(row), 'k')} · ${place(right, 'k', String(column))}`;
}

function marksOf([left, right]: Pair, row: number, column: number): Marks {
  const first = untransposed(left);
  const second = untransposed(right);
  return {
    [first.part]: first.transposed ? inColumn(row) : inRow(row),
    [second.part]: second.transposed ? inRow(column) : inColumn(column),
  };
}
