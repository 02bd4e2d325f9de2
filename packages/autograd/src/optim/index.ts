/** Optimisers, as `torch.optim`. */
export { Adam, type AdamOptions, AdamW } from './adam.ts';
export { Adamax, type MomentOptions, NAdam, type NAdamOptions, RAdam } from './adam-family.ts';
export {
  Adadelta,
  type AdadeltaOptions,
  Adagrad,
  type AdagradOptions,
  RMSprop,
  type RMSpropOptions,
} from './adaptive.ts';
export { type Closure, Optimizer, type ParamGroup } from './optimizer.ts';
export { type OptimizerOptions } from './options.ts';
export { Rprop, type RpropOptions } from './rprop.ts';
export { SGD, type SGDOptions } from './sgd.ts';
export { LBFGS, type LBFGSOptions } from './lbfgs.ts';
export * as lrScheduler from './lr-scheduler/index.ts';
