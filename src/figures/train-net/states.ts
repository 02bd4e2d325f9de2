import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { steps: 200 },
  { data: 'circles', optimizer: 'momentum', rate: 0.1, steps: 150 },
  { data: 'xor', activation: 'relu', init: 'kaiming', batch: 10, steps: 200 },
  { data: 'spiral', layers: '16-16', optimizer: 'adam', rate: 0.02, noise: 0, steps: 300 },
  { data: 'own', features: 'squares', layers: 'none', rate: 0.1, steps: 100 },
  // The known ways to break a playground: here they end in words.
  { layers: '4-4', loss: 'squared', optimizer: 'sgd', batch: 1, rate: 1, steps: 300 },
  { activation: 'relu', optimizer: 'sgd', rate: 0.3, l2: '10', steps: 100 },
  { features: 'xyp', layers: 'none', data: 'circles', optimizer: 'sgd', rate: 0.3, steps: 200 },
  // A straight line, symmetry, dead units, saturation.
  { data: 'circles', layers: 'none', steps: 100 },
  { data: 'xor', init: 'zeros', steps: 100 },
  { activation: 'relu', optimizer: 'sgd', rate: 3, batch: 200, steps: 100 },
  { activation: 'sigmoid', init: 'large', steps: 60 },
  { layers: '16', noise: 0.4, optimizer: 'adamw', l2: '0.01', schedule: 'cosine', steps: 200 },
  { optimizer: 'nesterov', schedule: 'step', activation: 'leaky', init: 'xavier', steps: 250 },
  { optimizer: 'rmsprop', rate: 0.01, schedule: 'warm-up', activation: 'identity', steps: 80 },
  // Weights changed by hand.
  { steps: 120, edits: '0_1.1.1_2~50_2.3.bias_-1.5~120_3.1.4_0' },
  // The ends of the sliders.
  { rate: 0.0001, schedule: 'exponential', seed: 99, steps: 30 },
  { rate: 10, steps: 40 },
  { optimizer: 'sgd', rate: 0.2, batch: 200, layers: '2', steps: 1000 },
];
