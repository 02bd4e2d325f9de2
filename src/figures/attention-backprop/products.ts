import type { Part } from './parts.ts';

/** A matrix in a product, transposed or not. */
export type Operand = Part | `${Part}ᵀ`;

/** `plus` and the products added up, entry by entry; `scaled` by 1/(τ√d). */
export interface Product {
  plus?: Part;
  of: readonly (readonly [Operand, Operand])[];
  scaled?: true;
}

/** Every matrix of the block that is a product of others. */
export const products: Partial<Record<Part, Product>> = {
  Q: { of: [['X', 'Wq']] },
  K: { of: [['X', 'Wk']] },
  V: { of: [['X', 'Wv']] },
  S: { of: [['Q', 'Kᵀ']], scaled: true },
  O: { of: [['A', 'V']] },
  R: { plus: 'X', of: [['O', 'Wo']] },
  Z: { of: [['N', 'Uᵀ']] },
  dN: { of: [['dZ', 'U']] },
  dU: { of: [['dZᵀ', 'N']] },
  dO: { of: [['dR', 'Woᵀ']] },
  dWo: { of: [['Oᵀ', 'dR']] },
  dA: { of: [['dO', 'Vᵀ']] },
  dV: { of: [['Aᵀ', 'dO']] },
  dQ: { of: [['dS', 'K']], scaled: true },
  dK: { of: [['dSᵀ', 'Q']], scaled: true },
  dX: {
    plus: 'dR',
    of: [
      ['dQ', 'Wqᵀ'],
      ['dK', 'Wkᵀ'],
      ['dV', 'Wvᵀ'],
    ],
  },
  dWq: { of: [['Xᵀ', 'dQ']] },
  dWk: { of: [['Xᵀ', 'dK']] },
  dWv: { of: [['Xᵀ', 'dV']] },
};

/** The matrix itself, and whether it is transposed. */
export function untransposed(operand: Operand): { part: Part; transposed: boolean } {
  const transposed = operand.endsWith('ᵀ');
  return { part: (transposed ? operand.slice(0, -1) : operand) as Part, transposed };
}
