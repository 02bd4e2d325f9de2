import type { Quantity } from './values.ts';
import type { Worked } from '../shared/worked.ts';

/** One step of the computation: what is computed, and what it needs and gives in the picture. */
export interface Stage {
  /** "Forward: unit 1", said before the formulas. */
  title: string;
  formulas: Worked[];
  /** Names of what this step computes: "z1", "∂z1", "∂w12". */
  gives: string[];
  /** What the formula reads. */
  needs: string[];
  /** Something to know about this step. */
  remark?: string;
}

/** Counted from 0; their names count from 1. */
export const units = [0, 1, 2];
export const inputs = [0, 1];
export const at = (all: readonly Quantity[] | undefined, index: number): Quantity =>
  all?.[index] ?? { value: 0, gradient: 0 };

/** The name of the weight that leads from an input to a unit. */
export const weight = (j: number, i: number) => `w${String(j + 1)}${String(i + 1)}`;
