/** The optimisers and schedules of PyTorch that a reader can choose, with the call that makes each in Python. */

import { optim, type Tensor } from '@calculus/autograd';

interface Choice {
  make: (parameters: Tensor[], options: { lr: number; weightDecay: number }) => Stepper;
  /** The call in Python, without parameters, rate and weight decay. */
  python: { name: string; more?: string };
}

/** What training needs of an optimiser. */
export interface Stepper {
  paramGroups: optim.lrScheduler.ScheduledGroup[];
  zeroGrad: () => void;
  step: () => unknown;
}

export const optimizers: Readonly<Record<string, Choice>> = {
  sgd: { make: (p, o) => new optim.SGD(p, o), python: { name: 'SGD' } },
  momentum: {
    make: (p, o) => new optim.SGD(p, { ...o, momentum: 0.9 }),
    python: { name: 'SGD', more: 'momentum=0.9' },
  },
  nesterov: {
    make: (p, o) => new optim.SGD(p, { ...o, momentum: 0.9, nesterov: true }),
    python: { name: 'SGD', more: 'momentum=0.9, nesterov=True' },
  },
  rmsprop: { make: (p, o) => new optim.RMSprop(p, o), python: { name: 'RMSprop' } },
  adam: { make: (p, o) => new optim.Adam(p, o), python: { name: 'Adam' } },
  adamw: { make: (p, o) => new optim.AdamW(p, o), python: { name: 'AdamW' } },
};

interface Schedule {
  make: (optimizer: Stepper) => { step: () => void };
  /** The call in Python, without the optimiser. */
  python: { name: string; more: string };
}

const { CosineAnnealingLR, ExponentialLR, LinearLR, StepLR } = optim.lrScheduler;

/** All but the constant rate. */
export const schedules: Readonly<Record<string, Schedule | undefined>> = {
  step: {
    make: (optimizer) => new StepLR(optimizer, 100, { gamma: 0.5 }),
    python: { name: 'StepLR', more: 'step_size=100, gamma=0.5' },
  },
  exponential: {
    make: (optimizer) => new ExponentialLR(optimizer, 0.995),
    python: { name: 'ExponentialLR', more: 'gamma=0.995' },
  },
  cosine: {
    make: (optimizer) => new CosineAnnealingLR(optimizer, 500),
    python: { name: 'CosineAnnealingLR', more: 'T_max=500' },
  },
  'warm-up': {
    make: (optimizer) => new LinearLR(optimizer, { startFactor: 0.1, totalIters: 50 }),
    python: { name: 'LinearLR', more: 'start_factor=0.1, total_iters=50' },
  },
};
