import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { activation: 'sigmoid' },
  { activation: 'sigmoid', init: 'xavier', depth: 50, seed: 99 },
  { init: 'xavier', layer: 20 },
  { init: 'large', depth: 50 },
  { activation: 'linear', init: 'xavier', seed: 3 },
  { activation: 'linear', init: 'large', depth: 50, clip: 'norm' },
  { activation: 'linear', init: 'large', residual: 'on', depth: 50, clip: 'value', layer: 50 },
  { activation: 'relu' },
  { activation: 'relu', init: 'he', depth: 50 },
  { activation: 'relu', init: 'he', norm: 'batch', depth: 50 },
  { activation: 'relu', init: 'he', norm: 'layer', depth: 50 },
  { activation: 'relu', init: 'he', norm: 'batch', residual: 'on', depth: 50, layer: 25 },
  { activation: 'relu', init: 'negative' },
  { activation: 'relu', init: 'negative', residual: 'on' },
  { activation: 'relu', init: 'negative', norm: 'layer', clip: 'norm' },
  { activation: 'gelu', init: 'he', layer: 3 },
  { activation: 'gelu', init: 'small', depth: 50, layer: 0 },
  { activation: 'gelu', init: 'default', norm: 'layer', residual: 'on' },
  { activation: 'tanh', init: 'he', clip: 'value' },
  { depth: 1 },
  { depth: 1, activation: 'relu', init: 'negative', layer: 50 },
];
