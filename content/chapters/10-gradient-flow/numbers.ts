import { at } from '../../../src/figures/shared/at.ts';
import { present } from '../../../src/figures/shared/present.ts';
import {
  type Params,
  type Result,
  defaults,
  run,
} from '../../../src/figures/gradient-flow/index.ts';
import { moments, theoryOf } from '../../../src/figures/gradient-flow/theory.ts';

export { shown } from '../../../src/figures/shared/shown.ts';

const flow = (changes: Partial<Params> = {}): Result => run({ ...defaults, ...changes });

export const standard = flow();
export const standardRatio = present(standard.ratio);
export const standardFactor = present(standard.factor);
export const predictedStandard = present(standard.predictedFactor);

/** The sigmoid’s largest slope, and what twenty of them leave at most. */
export const sigmoidSlope = 0.25;
export const twentySlopes = sigmoidSlope ** 20;

export const xavierSigmoid = present(flow({ activation: 'sigmoid', init: 'xavier' }).factor);

/** Fifty layers of relu from two starts. */
export const reluXavier = flow({ activation: 'relu', init: 'xavier', depth: 50 });
export const reluHe = flow({ activation: 'relu', init: 'he', depth: 50 });
export const reluXavierRatio = present(reluXavier.ratio);
export const reluHeRatio = present(reluHe.ratio);

/** What a layer multiplies the gradient’s norm by: √(n Var(W) E[φ′²]). */
export const halfRoot = Math.sqrt(0.5);
export const defaultLinear = Math.sqrt(1 / 3);

export const tanhXavier = present(flow({ init: 'xavier', depth: 50 }).ratio);

export const deadLayer = present(flow({ activation: 'relu', init: 'negative' }).deadLayer);

export const sigmoidResidual = present(flow({ activation: 'sigmoid', residual: 'on' }).ratio);
const large = flow({ activation: 'linear', init: 'large', residual: 'on' });
export const largeResidual = present(large.factor);
export const largeResidualTheory = present(large.predictedFactor);

/** Batch normalisation and relu, without a residual connection and with one. */
export const batchNorm = flow({ activation: 'relu', init: 'he', norm: 'batch', depth: 50 });
export const batchNormFactor = present(batchNorm.factor);
export const batchNormRatio = present(batchNorm.ratio);
/** Var relu(z) for a standard normal z: ½ − 1/(2π). */
export const reluVariance = 0.5 - 1 / (2 * Math.PI);
export const batchNormTheory = Math.sqrt(0.5 / reluVariance);
export const batchNormResidual = present(
  flow({ activation: 'relu', init: 'he', norm: 'batch', depth: 50, residual: 'on' }).ratio,
);

/** Thirty linear layers with weights too large, and both ways to clip their gradient. */
const exploding = { activation: 'linear', init: 'large', depth: 30 } as const;
export const byNorm = flow({ ...exploding, clip: 'norm' });
export const byValue = flow({ ...exploding, clip: 'value' });
export const byValueCosine = present(byValue.cosine);

/** χ of tanh with Xavier’s and with He’s weights, once the spread has settled. */
const chi = (init: 'xavier' | 'he'): number => {
  const { gains } = theoryOf(init, { activation: 'tanh', residual: false, norm: 'none' }, 200, 64);
  return at(gains, -1) ** 2;
};
export const tanhChiXavier = chi('xavier');
export const tanhChiHe = chi('he');

/** E[gelu′²] for a standard normal input. */
export const geluSlope = moments('gelu', { mean: 0, variance: 1 }).slope;

/** A recurrent network: a hundred steps that multiply every length by the same factor. */
export const hundred = (scale: number): number => scale ** 100;

/** Ten relu layers of width 100 with weights of variance 0.01. */
export const tenLayers = Math.sqrt(100 * 0.01 * 0.5) ** 10;

/** (6, 8) clipped to norm 5. */
export const clipped = [6, 8].map((entry) => (entry * 5) / Math.hypot(6, 8));
