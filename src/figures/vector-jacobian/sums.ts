import type { Role } from '../shared/contract.ts';
import { printed } from '../shared/program.ts';
import type { Result } from './experiment.ts';

/** An entry of vᵀJ (its column) or of Ju (its row). */
export interface Pointed {
  part: 'vjp' | 'jvp';
  index: number;
}

/** The sum behind an entry, with its numbers. */
export interface ProductSum {
  /** (vᵀJ)₁ */
  name: string;
  /** In letters: v₁ J₁₁ + v₂ J₂₁ + v₃ J₃₁ */
  symbols: string;
  /** 1 · 2 + (−2) · 2 + 0.5 · 0.5403 */
  numbers: string;
  /** The same as data: a component of the vector and the entry of J that it meets. */
  terms: { weight: number; entry: number }[];
  total: number;
  result: string;
  role: Role;
  /** What the entry means. */
  remark: string;
}

const subscripts = ['₁', '₂', '₃'];
const at = (...indices: number[]) => indices.map((index) => subscripts[index] ?? '').join('');
const words = (value: number) => printed(value, '.4g');
/** A sign after another sign stands in parentheses. */
const factor = (value: number, first: boolean) =>
  value < 0 && !first ? `(${words(value)})` : words(value);

/** How an entry of a product comes about. Throws RangeError where there is none. */
export function sumOf(result: Result, { part, index }: Pointed): ProductSum {
  const { jacobian, v, u, vjp, jvp } = result;
  const backward = part === 'vjp';
  const total = (backward ? vjp : jvp)[index];
  if (total === undefined)
    throw new RangeError(`vector-jacobian: ${part} has no entry ${String(index)}`);
  const entries = backward ? jacobian.map((row) => row[index]) : (jacobian[index] ?? []);
  const terms = (backward ? v : u).map((weight, k) => ({ weight, entry: entries[k] ?? NaN }));
  const letter = backward ? 'v' : 'u';
  const place = (k: number) => (backward ? at(k, index) : at(index, k));
  return {
    ...{ terms, total, result: words(total) },
    name: backward ? `(vᵀJ)${at(index)}` : `(Ju)${at(index)}`,
    symbols: terms.map((_, k) => `${letter}${at(k)} J${place(k)}`).join(' + '),
    numbers: terms
      .map(({ weight, entry }, k) => `${factor(weight, k === 0)} · ${factor(entry, false)}`)
      .join(' + '),
    role: backward ? 'gradient' : 'input',
    remark: backward
      ? `Column ${String(index + 1)} of J, each entry weighed by the v of its row: the slope of v · y along x${subscript(index)}.`
      : `Row ${String(index + 1)} of J, each entry weighed by the u of its column: how fast y${subscript(index)} moves when x moves along u.`,
  };
}

/** Inputs and outputs are counted from 0, as in the program. */
const subscript = (index: number): string => ['₀', '₁', '₂'][index] ?? '';
