import type { Result } from './vector-jacobian.ts';

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
  formula: string;
  /** A component of the vector and the entry of J that it meets. */
  terms: { weight: number; entry: number }[];
  total: number;
}

const subscripts = ['₁', '₂', '₃'];
const at = (...indices: number[]) => indices.map((index) => subscripts[index] ?? '').join('');

/** How an entry of a product comes about. Throws RangeError where there is none. */
export function sumOf(result: Result, { part, index }: Pointed): ProductSum {
  const { jacobian, v, u, vjp, jvp } = result;
  const total = (part === 'vjp' ? vjp : jvp)[index];
  if (total === undefined)
    throw new RangeError(`vector-jacobian: ${part} has no entry ${String(index)}`);
  const weights = part === 'vjp' ? v : u;
  const entries = part === 'vjp' ? jacobian.map((row) => row[index]) : (jacobian[index] ?? []);
  const letter = part === 'vjp' ? 'v' : 'u';
  const name = part === 'vjp' ? `(vᵀJ)${at(index)}` : `(Ju)${at(index)}`;
  const place = (k: number) => (part === 'vjp' ? at(k, index) : at(index, k));
  return {
    ...{ name, total },
    formula: weights.map((_, k) => `${letter}${at(k)} J${place(k)}`).join(' + '),
    terms: weights.map((weight, k) => ({ weight, entry: entries[k] ?? NaN })),
  };
}
