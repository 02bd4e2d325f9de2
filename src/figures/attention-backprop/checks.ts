import { at } from '../shared/at.ts';
import { type Gradient, gradients } from './parts.ts';

/** A gradient found in two ways. */
export interface Check {
  part: Gradient;
  /** The formula of the chapter. */
  formula: string;
  /** Its entry of the largest size, by that formula and by autograd. */
  byHand: number;
  autograd: number;
  /** The largest difference of any of its entries. */
  difference: number;
}

const formulas: Record<Gradient, string> = {
  dZ: '(p − y)/T',
  dU: 'dZᵀ N',
  dN: 'dZ U',
  dR: '(dN − mean(dN) − N ∘ mean(dN ∘ N))/σ',
  dWo: 'Oᵀ dR',
  dO: 'dR Woᵀ',
  dV: 'Aᵀ dO',
  dA: 'dO Vᵀ',
  dS: 'A ∘ (dA − rowsum(dA ∘ A))',
  dQ: 'dS K/(τ√d)',
  dK: 'dSᵀ Q/(τ√d)',
  dX: 'dR + dQ Wqᵀ + dK Wkᵀ + dV Wvᵀ',
  dWq: 'Xᵀ dQ',
  dWk: 'Xᵀ dK',
  dWv: 'Xᵀ dV',
  dP: 'dX',
  dE: 'dX, summed for each word',
};

type Rows = Record<Gradient, number[][]>;

/** Every gradient by hand beside autograd's. */
export const checksOf = (byHand: Rows, autograd: Rows): Check[] =>
  gradients.map((part) => {
    const mine = byHand[part].flat();
    const theirs = autograd[part].flat();
    const sizes = theirs.map(Math.abs);
    const largest = sizes.indexOf(Math.max(...sizes));
    return {
      part,
      formula: formulas[part],
      byHand: at(mine, largest),
      autograd: at(theirs, largest),
      difference: Math.max(...mine.map((value, index) => Math.abs(value - at(theirs, index)))),
    };
  });
