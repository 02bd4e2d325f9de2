import { type Generator, type Tensor, nn, zeros } from '@calculus/autograd';

export interface Layer {
  /** [outputs, inputs] */
  weight: Tensor;
  /** [outputs] */
  bias: Tensor;
}

/** What `torch.nn.Linear(inputs, outputs)` starts with: float32 leaves, weight drawn first, then bias. */
export function seededLinear(inputs: number, outputs: number, generator: Generator): Layer {
  const weight = zeros([outputs, inputs], { requiresGrad: true });
  const bias = zeros([outputs], { requiresGrad: true });
  nn.init.kaimingUniform_(weight, { a: Math.sqrt(5), generator });
  nn.init.uniform_(bias, -1 / Math.sqrt(inputs), 1 / Math.sqrt(inputs), generator);
  return { weight, bias };
}
