/** Layers, losses and what goes with them, as `torch.nn`. */
export * from './activations.ts';
export * from './attention.ts';
export { Conv1d, type Conv1dOptions } from './convolution.ts';
export { Dropout, type DropoutOptions, dropout } from './dropout.ts';
export { Embedding } from './embedding.ts';
export * as init from './init.ts';
export { Linear, type WeightOptions } from './linear.ts';
export * from './losses.ts';
export { Module, type StateDict } from './module.ts';
export {
  BatchNorm1d,
  type BatchNormOptions,
  LayerNorm,
  type NormOptions,
} from './normalisation.ts';
export { Parameter } from './parameter.ts';
export { Sequential } from './sequential.ts';
export * as utils from './clip.ts';
