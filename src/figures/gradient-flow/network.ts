import { type Tensor, batchNorm, layerNorm, linear } from '@calculus/autograd';
import { type ActivationName, activations } from './activations.ts';
import type { Layer } from './initialisations.ts';

export type NormName = 'none' | 'layer' | 'batch';

export interface Architecture {
  activation: ActivationName;
  residual: boolean;
  norm: NormName;
}

/** What a forward pass leaves: the layers' outputs, and the activations inside them. */
export interface Recorded {
  /** h₀ … h_L, each [batch, width]; h₀ is the input. They keep their gradients. */
  outputs: Tensor[];
  /** φ of each layer: its output, unless a residual connection adds its input. */
  activations: Tensor[];
}

/** h_l = φ(norm(W h_{l−1} + b)), with a residual connection h_{l−1} + φ(…). */
export function propagate(
  x: Tensor,
  layers: readonly Layer[],
  { activation, residual, norm }: Architecture,
): Recorded {
  const outputs = [x];
  const { apply } = activations[activation];
  let input = x;
  const inner = layers.map(({ weight, bias }) => {
    const value = apply(normalised(linear(input, weight, bias), norm));
    // A linear layer's output is the sum itself: the node of which the gradient is kept.
    input = residual ? input.add(value) : value;
    input.retainGrad();
    outputs.push(input);
    return value;
  });
  return { outputs, activations: inner };
}

/** Without a learnt scale and shift: those start as 1 and 0. */
function normalised(z: Tensor, norm: NormName): Tensor {
  if (norm === 'layer') return layerNorm(z, [z.size(1)]);
  return norm === 'batch' ? batchNorm(z, null, null, { training: true }) : z;
}
