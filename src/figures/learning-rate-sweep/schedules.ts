import { type optim, optim as optimisers } from '@calculus/autograd';

const { lrScheduler } = optimisers;

type Scheduler = Pick<optim.lrScheduler.LRScheduler, 'step'>;

/** A schedule of PyTorch's, for a run of so many steps whose largest rate is `rate`. */
interface Schedule {
  label: string;
  /** Null: the rate stays. */
  make: ((optimizer: optim.SGD, rate: number, steps: number) => Scheduler) | null;
  /** The call in torch.optim.lr_scheduler. */
  python: (steps: number) => string;
}

const third = (steps: number) => Math.max(1, Math.floor(steps / 3));
const fifth = (steps: number) => Math.max(1, Math.floor(steps / 5));
/** One hundredth is left after all steps. */
const gammaOf = (steps: number) => 0.01 ** (1 / steps);

export const schedules = {
  constant: { label: 'Constant', make: null, python: () => '' },
  step: {
    label: 'Step: a tenth after each third',
    make: (optimizer, _, steps) => new lrScheduler.StepLR(optimizer, third(steps), { gamma: 0.1 }),
    python: (steps) => `StepLR(optimizer, step_size=${String(third(steps))}, gamma=0.1)`,
  },
  exponential: {
    label: 'Exponential: down to a hundredth',
    make: (optimizer, _, steps) => new lrScheduler.ExponentialLR(optimizer, gammaOf(steps)),
    python: (steps) => `ExponentialLR(optimizer, gamma=0.01 ** (1 / ${String(steps)}))`,
  },
  cosine: {
    label: 'Cosine: down to zero',
    make: (optimizer, _, steps) => new lrScheduler.CosineAnnealingLR(optimizer, steps),
    python: (steps) => `CosineAnnealingLR(optimizer, T_max=${String(steps)})`,
  },
  'one-cycle': {
    label: 'One cycle: up, then down',
    make: (optimizer, rate, steps) =>
      new lrScheduler.OneCycleLR(optimizer, rate, { totalSteps: steps, cycleMomentum: false }),
    python: (steps) =>
      `OneCycleLR(optimizer, max_lr=rate, total_steps=${String(steps)}, cycle_momentum=False)`,
  },
  'warm-up': {
    label: 'Warm-up: from a tenth, a fifth of the steps',
    make: (optimizer, _, steps) =>
      new lrScheduler.LinearLR(optimizer, { startFactor: 0.1, totalIters: fifth(steps) }),
    python: (steps) => `LinearLR(optimizer, start_factor=0.1, total_iters=${String(fifth(steps))})`,
  },
} as const satisfies Record<string, Schedule>;

export type ScheduleName = keyof typeof schedules;

export const isSchedule = (name: string): name is ScheduleName => Object.hasOwn(schedules, name);

export const scheduleOf = (name: ScheduleName): Schedule => schedules[name];
