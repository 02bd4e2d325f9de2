import { type Tensor, gelu, relu, sigmoid } from '@calculus/autograd';

export type ActivationName = 'tanh' | 'sigmoid' | 'relu' | 'gelu' | 'linear';

interface Activation {
  apply: (x: Tensor) => Tensor;
  /** In PyTorch, of `z`. */
  python: string;
  /** φ′ as a share of the largest φ′, from φ: what tells saturation. Only where φ is bounded. */
  slope?: (value: Tensor) => Tensor;
  /** The values it can take, where they are bounded. */
  range?: { min: number; max: number };
}

export const activations: Record<ActivationName, Activation> = {
  tanh: {
    apply: (x) => x.tanh(),
    python: 'torch.tanh(z)',
    slope: (value) => value.square().neg().add(1),
    range: { min: -1, max: 1 },
  },
  sigmoid: {
    apply: sigmoid,
    python: 'torch.sigmoid(z)',
    slope: (value) => value.mul(value.neg().add(1)).mul(4),
    range: { min: 0, max: 1 },
  },
  relu: { apply: relu, python: 'torch.relu(z)' },
  gelu: { apply: (x) => gelu(x), python: 'F.gelu(z)' },
  linear: { apply: (x) => x, python: 'z' },
};
