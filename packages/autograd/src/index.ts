import { installMethods } from './methods/index.ts';

export type { Data } from './nested.ts';
export {
  type TensorOptions,
  arange,
  empty,
  eye,
  full,
  fullLike,
  linspace,
  ones,
  onesLike,
  tensor,
  zeros,
  zerosLike,
} from './create.ts';
export type { Nested } from './methods/elements.ts';
export { Tensor } from './methods/index.ts';
export { type DType, getDefaultDtype, isFloating, setDefaultDtype } from './core/dtype.ts';
export {
  AssertionError,
  IndexError,
  LinAlgError,
  RuntimeError,
  ValueError,
} from './core/errors.ts';
export { enableGrad, isGradEnabled, noGrad } from './core/grad-mode.ts';
export type { Node, Operand } from './core/node.ts';
export type { Shape } from './core/shape.ts';
export { type BackwardOptions, type GradOptions, grad } from './autograd/grad.ts';
export { detectAnomaly } from './autograd/anomaly.ts';
export * from './ops/activation.ts';
export { add, div, mul, neg, reciprocal, sub } from './ops/arithmetic.ts';
export * from './ops/compare.ts';
export * from './ops/exponential.ts';
export * from './ops/join.ts';
export * from './ops/matmul.ts';
export * from './ops/pad.ts';
export * from './ops/pairs.ts';
export { chunk, narrow, select, slice, split, unbind } from './ops/parts.ts';
export * from './ops/pointwise.ts';
export { pow, square } from './ops/power.ts';
export { type Dims, type KeepdimOptions, sum } from './ops/expand.ts';
export { all, any, mean } from './ops/reduce.ts';
export { where } from './ops/where.ts';
export * from './ops/trigonometry.ts';
export { expand } from './ops/expand.ts';
export { flatten, permute, reshape, squeeze, t, transpose, unsqueeze, view } from './ops/view.ts';
export { type Index } from './ops/indexing.ts';
export * as functional from './autograd/functional.ts';
export { type Context, type FunctionDefinition, customFunction } from './autograd/function.ts';
export { type GradcheckOptions, gradcheck, gradgradcheck } from './autograd/gradcheck.ts';
export { type Graph, type GraphEdge, type GraphNode, graph } from './autograd/graph.ts';
export { clone, to } from './ops/convert.ts';
export { formatNumber } from './format/number-format.ts';
export { floatRepr } from './format/python-float.ts';
export { gather, indexSelect, scatterAdd } from './ops/along.ts';
export * from './ops/convolution.ts';
export { einsum } from './ops/einsum.ts';
export { type ValuesAndIndices, amax, amin, argmax, argmin, max, min } from './ops/extreme.ts';
export * from './ops/layers.ts';
export {
  type LossOptions,
  type Reduction,
  huberLoss,
  l1Loss,
  mseLoss,
  smoothL1Loss,
} from './ops/loss.ts';
export * from './ops/classification.ts';
export { median } from './ops/median.ts';
export * from './ops/pool.ts';
export * from './ops/rearrange.ts';
export { type SortOptions, cumprod, cumsum, sort, topk } from './ops/scan.ts';
export * from './ops/softmax.ts';
export { norm, prod, std, variance } from './ops/statistics.ts';
export * as linalg from './linalg/index.ts';
export { type CloseOptions, allclose, equal } from './allclose.ts';
export * as nn from './nn/index.ts';
export * as optim from './optim/index.ts';
export * from './random/index.ts';
export { dropout } from './nn/dropout.ts';
export {
  type PrintOptions,
  type PrintOptionsChange,
  getPrintOptions,
  setPrintOptions,
} from './format/print-options.ts';
export { repr } from './format/repr.ts';

installMethods();
