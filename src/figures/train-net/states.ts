import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { step: 200 },
  { data: 'circles', optimizer: 'momentum', rate: 0.1, step: 150 },
  { data: 'xor', activation: 'relu', init: 'kaiming', batch: 10, step: 200 },
  { data: 'spiral', layers: '16-16', optimizer: 'adam', rate: 0.02, noise: 0, step: 300 },
  { data: 'own', features: 'squares', layers: 'none', rate: 0.1, step: 100 },
  // The known ways to break a playground: here they end in words.
  { layers: '4-4', loss: 'squared', optimizer: 'sgd', batch: 1, rate: 1, step: 300 },
  { activation: 'relu', optimizer: 'sgd', rate: 0.3, l2: '10', step: 100 },
  { features: 'xyp', layers: 'none', data: 'circles', optimizer: 'sgd', rate: 0.3, step: 200 },
  // A straight line, symmetry, dead units, saturation.
  { data: 'circles', layers: 'none', step: 100 },
  { data: 'xor', init: 'zeros', step: 100 },
  { activation: 'relu', optimizer: 'sgd', rate: 3, batch: 200, step: 100 },
  { activation: 'sigmoid', init: 'large', step: 60 },
  { layers: '16', noise: 0.4, optimizer: 'adamw', l2: '0.01', schedule: 'cosine', step: 200 },
  { optimizer: 'nesterov', schedule: 'step', activation: 'leaky', init: 'xavier', step: 250 },
  { optimizer: 'rmsprop', rate: 0.01, schedule: 'warm-up', activation: 'identity', step: 80 },
  // Weights changed by hand.
  { step: 120, edits: '0_1.1.1_2~50_2.3.bias_-1.5~120_3.1.4_0' },
  // The ends of the sliders.
  { rate: 0.0001, schedule: 'exponential', seed: 99, step: 30 },
  { rate: 10, step: 40 },
  { optimizer: 'sgd', rate: 0.2, batch: 200, layers: '2', step: 1000 },
];
