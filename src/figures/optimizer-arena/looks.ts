import type { Role } from '../shared/contract.ts';
import type { Name } from './optimizers.ts';

/** How an optimiser is drawn: its family's colour, a dash and a shape that nobody of its family shares. */
export interface Look {
  role: Role;
  dash: readonly number[];
  shape: 'circle' | 'square' | 'triangle' | 'diamond';
  hollow: boolean;
}

const look = (role: Role, dash: readonly number[], shape: Look['shape'], hollow = false): Look => ({
  role,
  dash,
  shape,
  hollow,
});

/** Ink: gradients and their momentum. Violet: a rate for each coordinate. Green: curvature. */
export const looks: Record<Name, Look> = {
  sgd: look('function', [], 'circle'),
  momentum: look('function', [7, 4], 'square'),
  nesterov: look('function', [2, 3], 'triangle'),
  adagrad: look('rate', [2, 3], 'square'),
  rmsprop: look('rate', [7, 4], 'triangle'),
  adam: look('rate', [], 'diamond'),
  adamw: look('rate', [9, 3, 2, 3], 'diamond', true),
  newton: look('good', [7, 4], 'circle'),
  lbfgs: look('good', [], 'square'),
};
