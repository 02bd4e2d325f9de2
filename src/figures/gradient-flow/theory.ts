import { enableGrad, grad, linspace } from '@calculus/autograd';
import { at } from '../shared/at.ts';
import { type ActivationName, activations } from './activations.ts';
import { type InitName, initialisations } from './initialisations.ts';
import type { Architecture } from './network.ts';

/** A normal variable: where its mean is and how far it spreads. */
interface Normal {
  mean: number;
  variance: number;
}

/** Means over a normal z. */
interface Moments {
  /** E[φ(z)] */
  mean: number;
  /** E[φ(z)²] */
  square: number;
  /** E[φ′(z)²] */
  slope: number;
}

/** What infinitely wide layers would do at the start of training. */
export interface Theory {
  /** √E[h²] after each layer, the input (1) first. */
  spread: number[];
  /** By what layer l multiplies the norm of the gradient on its way from h_l to h_{l−1}. */
  gains: number[];
}

/** Where the standard normal density is worth counting, cut so that 0, where relu bends, is no point. */
const reach = 8;
const points = 256;
const width = (2 * reach) / points;
const grid = Array.from({ length: points }, (_, i) => (i + 0.5) * width - reach);
const density = grid.map((z) => (width * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI));

const expectation = (values: readonly number[], of: (value: number) => number): number =>
  density.reduce((sum, weight, i) => sum + weight * of(at(values, i)), 0);

/** By the midpoint rule, with φ′ from autograd. */
export function moments(activation: ActivationName, { mean, variance }: Normal): Moments {
  const scale = Math.sqrt(variance);
  return enableGrad(() => {
    const half = width / 2;
    const z = linspace(half - reach, reach - half, points, { dtype: 'float64' })
      .mul(scale)
      .add(mean)
      .requiresGrad_();
    const phi = activations[activation].apply(z);
    const [slopes] = grad(phi.sum(), [z]);
    const values = phi.toArray();
    return {
      mean: expectation(values, (value) => value),
      square: expectation(values, (value) => value ** 2),
      slope: expectation(slopes?.toArray() ?? [], (value) => value ** 2),
    };
  });
}

/**
 * The variance recursion (Glorot and Bengio 2010; He and others 2015; Poole and others 2016) for
 * independent weights of mean 0, whose layers are so wide that sums are normal. Batch normalisation
 * divides by the spread over the batch, layer normalisation by that over the layer.
 */
export function theoryOf(
  init: InitName,
  { activation, residual, norm }: Architecture,
  depth: number,
  n: number,
): Theory {
  const { weightGain, biasMean, biasVariance } = initialisations[init];
  const shift = biasVariance(n);
  // Of an input of independent standard normal numbers. `varies`: over the batch, in one unit.
  let input = { mean: 0, square: 1, varies: 1 };
  const spread = [1];
  const gains: number[] = [];
  for (let layer = 0; layer < depth; layer++) {
    const sums = weightGain * input.square + shift;
    const divisor = norm === 'layer' ? sums : norm === 'batch' ? weightGain * input.varies : 1;
    const z = norm === 'none' ? { mean: biasMean, variance: sums } : { mean: 0, variance: 1 };
    const phi = moments(activation, z);
    const varies = phi.square - phi.mean ** 2;
    const through = (weightGain * phi.slope) / divisor;
    gains.push(Math.sqrt(residual ? 1 + through : through));
    input = residual
      ? {
          mean: input.mean + phi.mean,
          square: input.square + phi.square + 2 * input.mean * phi.mean,
          varies: input.varies + varies,
        }
      : { mean: phi.mean, square: phi.square, varies };
    spread.push(Math.sqrt(input.square));
  }
  return { spread, gains };
}
