import { at } from '../shared/at.ts';
import { type Worked, below, bracketed, digits } from '../shared/worked.ts';
import type { Result } from './experiment.ts';

/** An entry of vᵀJ (its column) or of Ju (its row). */
export interface Pointed {
  part: 'vjp' | 'jvp';
  index: number;
}

/** The sum behind an entry, with its numbers: (vᵀJ)₁ = v₁ J₁₁ + v₂ J₂₁ + v₃ J₃₁. */
export interface ProductSum extends Worked {
  /** The same as data: a component of the vector and the entry of J that it meets. */
  terms: { weight: number; entry: number }[];
  total: number;
  /** What the entry means. */
  remark: string;
}

/** How an entry of a product comes about. Throws RangeError where there is none. */
export function sumOf(result: Result, { part, index }: Pointed): ProductSum {
  const total = result[part][index];
  if (total === undefined)
    throw new RangeError(`vector-jacobian: ${part} has no entry ${String(index)}`);
  const sum = part === 'vjp' ? columnSum(result, index) : rowSum(result, index);
  return { ...sum, numbers: numbersOf(sum.terms), total, result: digits(total) };
}

type Sum = Omit<ProductSum, 'numbers' | 'total' | 'result'>;

function columnSum({ v, jacobian }: Result, column: number): Sum {
  const j = below(column + 1);
  return {
    name: `(vᵀJ)${j}`,
    symbols: v.map((_, i) => `v${below(i + 1)} J${below(i + 1)}${j}`).join(' + '),
    terms: v.map((weight, i) => ({ weight, entry: at(at(jacobian, i), column) })),
    role: 'gradient',
    remark: `Column ${String(column + 1)} of J, each entry weighted by the v of its row: the derivative of v · y with respect to x${j}.`,
  };
}

function rowSum({ u, jacobian }: Result, row: number): Sum {
  const i = below(row + 1);
  return {
    name: `(Ju)${i}`,
    symbols: u.map((_, j) => `u${below(j + 1)} J${i}${below(j + 1)}`).join(' + '),
    terms: u.map((weight, j) => ({ weight, entry: at(at(jacobian, row), j) })),
    role: 'input',
    remark: `Row ${String(row + 1)} of J, each entry weighted by the u of its column: how fast y${i} moves when x moves along u.`,
  };
}

/** A sign after another sign stands in brackets. */
const numbersOf = (terms: ProductSum['terms']): string =>
  terms
    .map(
      ({ weight, entry }, k) =>
        `${k === 0 ? digits(weight) : bracketed(weight)} · ${bracketed(entry)}`,
    )
    .join(' + ');
