import { type DType, type Generator, type Tensor, nn, zeros } from '@calculus/autograd';

export type InitName = 'default' | 'xavier' | 'he' | 'small' | 'large' | 'negative';

export interface Layer {
  /** [outputs, inputs] */
  weight: Tensor;
  /** [outputs] */
  bias: Tensor;
}

/** How weights [n, n] and biases [n] start. */
interface Initialisation {
  label: string;
  weight: (weight: Tensor, generator: Generator) => void;
  bias: (bias: Tensor, generator: Generator) => void;
  /** n times the variance of a weight. */
  weightGain: number;
  biasMean: number;
  /** For layers of width n. */
  biasVariance: (n: number) => number;
  /** The same two in PyTorch. */
  python: { weight: string; bias: string };
}

const normal = (scale: number) => (weight: Tensor, generator: Generator) => {
  nn.init.normal_(weight, 0, scale / Math.sqrt(weight.size(1)), generator);
};

const constant = (value: number) => ({
  bias: (bias: Tensor) => {
    nn.init.constant_(bias, value);
  },
  biasMean: value,
  biasVariance: () => 0,
});

const noBias = 'nn.init.zeros_(bias)';

export const initialisations: Record<InitName, Initialisation> = {
  default: {
    label: 'PyTorch default',
    weight: (weight, generator) => {
      nn.init.kaimingUniform_(weight, { a: Math.sqrt(5), generator });
    },
    bias: (bias, generator) => {
      const bound = 1 / Math.sqrt(bias.size(0));
      nn.init.uniform_(bias, -bound, bound, generator);
    },
    // Uniform on ±1/√n: a third of 1/n.
    weightGain: 1 / 3,
    biasMean: 0,
    biasVariance: (n) => 1 / (3 * n),
    python: {
      weight: 'nn.init.kaiming_uniform_(weight, a=5**0.5)  # what nn.Linear does',
      bias: 'nn.init.uniform_(bias, -(width**-0.5), width**-0.5)',
    },
  },
  xavier: {
    label: 'Xavier (Glorot)',
    weight: (weight, generator) => {
      nn.init.xavierNormal_(weight, { generator });
    },
    ...constant(0),
    weightGain: 1,
    python: { weight: 'nn.init.xavier_normal_(weight)', bias: noBias },
  },
  he: {
    label: 'He (Kaiming)',
    weight: (weight, generator) => {
      nn.init.kaimingNormal_(weight, { nonlinearity: 'relu', generator });
    },
    ...constant(0),
    weightGain: 2,
    python: { weight: 'nn.init.kaiming_normal_(weight, nonlinearity="relu")', bias: noBias },
  },
  small: {
    label: 'Too small: σ = 0.5/√n',
    weight: normal(0.5),
    ...constant(0),
    weightGain: 0.25,
    python: { weight: 'nn.init.normal_(weight, 0.0, 0.5 / width**0.5)', bias: noBias },
  },
  large: {
    label: 'Too large: σ = 2/√n',
    weight: normal(2),
    ...constant(0),
    weightGain: 4,
    python: { weight: 'nn.init.normal_(weight, 0.0, 2.0 / width**0.5)', bias: noBias },
  },
  negative: {
    label: 'He, biases at −1',
    weight: (weight, generator) => {
      nn.init.kaimingNormal_(weight, { nonlinearity: 'relu', generator });
    },
    ...constant(-1),
    weightGain: 2,
    python: {
      weight: 'nn.init.kaiming_normal_(weight, nonlinearity="relu")',
      bias: 'nn.init.constant_(bias, -1.0)',
    },
  },
};

/** A layer of n inputs and n outputs: leaves, the weight drawn before the bias. */
export function drawLayer(
  init: InitName,
  n: number,
  { generator, dtype }: { generator: Generator; dtype: DType },
): Layer {
  const weight = zeros([n, n], { dtype, requiresGrad: true });
  const bias = zeros([n], { dtype, requiresGrad: true });
  initialisations[init].weight(weight, generator);
  initialisations[init].bias(bias, generator);
  return { weight, bias };
}
