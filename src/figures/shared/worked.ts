import type { Role } from './contract.ts';
import { formatted } from './format.ts';

/** A formula with its numbers filled in: `symbols` = `numbers` = `result`. */
export interface Worked {
  /** What is computed: "∂L/∂v₁". */
  name: string;
  symbols: string;
  numbers: string;
  result: string;
  role: Role;
}

/** Four significant digits and a true minus, as formulas are set. */
export const digits = (value: number): string => formatted(value);

/** The same inside a product or a sum, where a negative number needs brackets. */
export const bracketed = (value: number): string =>
  value < 0 ? `(${formatted(value)})` : formatted(value);

/** A sum of products with all its factors: 2 · 3 + 4 · (−1). */
export const sumOfProducts = (products: readonly (readonly number[])[]): string =>
  products.map((factors) => factors.map(bracketed).join(' · ')).join(' + ');

/** A small index below the line: ₁₂ for 12. */
export const below = (index: number): string =>
  String(index).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'.charAt(Number(digit)));
