/** Learning-rate schedules, as `torch.optim.lr_scheduler`. */
export { ChainedScheduler, SequentialLR } from './combined.ts';
export {
  CosineAnnealingLR,
  CosineAnnealingWarmRestarts,
  type WarmRestartOptions,
} from './cosine.ts';
export { CyclicLR, type CyclicOptions } from './cyclic.ts';
export { OneCycleLR, type OneCycleOptions } from './one-cycle.ts';
export { type PlateauOptions, ReduceLROnPlateau } from './plateau.ts';
export { ConstantLR, type LinearOptions, LinearLR, PolynomialLR } from './ramps.ts';
export { LRScheduler, type Scheduled, type ScheduledGroup } from './scheduler.ts';
export {
  ExponentialLR,
  type Factor,
  LambdaLR,
  MultiplicativeLR,
  MultiStepLR,
  StepLR,
} from './stepwise.ts';
