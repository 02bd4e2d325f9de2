import * as linalg from '../linalg/index.ts';
import * as activation from './activation.ts';
import * as along from './along.ts';
import * as arithmetic from './arithmetic.ts';
import * as classification from './classification.ts';
import * as convolution from './convolution.ts';
import * as sums from './einsum.ts';
import * as exponential from './exponential.ts';
import * as extreme from './extreme.ts';
import * as indexing from './indexing.ts';
import * as join from './join.ts';
import * as layers from './layers.ts';
import { median } from './median.ts';
import * as loss from './loss.ts';
import * as products from './matmul.ts';
import { pad } from './pad.ts';
import * as pairs from './pairs.ts';
import * as parts from './parts.ts';
import * as pointwise from './pointwise.ts';
import * as pool from './pool.ts';
import * as power from './power.ts';
import * as rearrange from './rearrange.ts';
import * as reduce from './reduce.ts';
import * as scan from './scan.ts';
import * as selection from './select.ts';
import * as soft from './softmax.ts';
import * as statistics from './statistics.ts';
import * as trigonometry from './trigonometry.ts';
import * as views from './view.ts';

/** The operations that are held to PyTorch's numbers, by PyTorch's names. */
// prettier-ignore
export type OpName =
  | 'neg' | 'abs' | 'sign' | 'exp' | 'exp2' | 'expm1' | 'log' | 'log2' | 'log10' | 'log1p'
  | 'sqrt' | 'rsqrt' | 'square' | 'reciprocal' | 'sin' | 'cos' | 'tan' | 'asin' | 'acos' | 'atan'
  | 'sinh' | 'cosh' | 'tanh' | 'asinh' | 'acosh' | 'atanh' | 'sigmoid' | 'logsigmoid' | 'relu'
  | 'leaky_relu' | 'elu' | 'selu' | 'gelu' | 'silu' | 'mish' | 'softplus' | 'softsign'
  | 'hardtanh' | 'erf' | 'floor' | 'ceil' | 'round' | 'add' | 'sub' | 'mul' | 'div' | 'pow'
  | 'atan2' | 'maximum' | 'minimum' | 'remainder' | 'fmod' | 'hypot' | 'lerp' | 'where' | 'clamp'
  | 'sum' | 'mean' | 'var' | 'std' | 'prod' | 'max' | 'min' | 'amax' | 'amin' | 'argmax'
  | 'argmin' | 'softmax' | 'log_softmax' | 'logsumexp' | 'cumsum' | 'cumprod' | 'norm' | 'sort'
  | 'topk' | 'median' | 'matmul' | 'dot' | 'outer' | 'mv' | 'bmm' | 'addmm' | 'einsum'
  | 'transpose' | 'permute' | 'T' | 'mT' | 'reshape' | 'view' | 'flatten' | 'squeeze'
  | 'unsqueeze' | 'expand' | 'broadcast_to' | 'repeat' | 'tile' | 'flip' | 'roll' | 'cat'
  | 'stack' | 'index' | 'slice' | 'gather' | 'scatter_add' | 'index_select' | 'masked_fill'
  | 'masked_select' | 'chunk' | 'split' | 'unbind' | 'narrow' | 'diag' | 'trace' | 'triu'
  | 'tril' | 'pad' | 'mse_loss' | 'l1_loss' | 'smooth_l1_loss' | 'huber_loss'
  | 'binary_cross_entropy' | 'binary_cross_entropy_with_logits' | 'cross_entropy' | 'nll_loss'
  | 'kl_div' | 'linear' | 'layer_norm' | 'batch_norm' | 'dropout' | 'embedding' | 'conv1d'
  | 'conv2d' | 'max_pool1d' | 'avg_pool1d' | 'attention' | 'cosine_similarity' | 'normalize'
  | 'one_hot' | 'det' | 'inverse' | 'slogdet' | 'solve' | 'eigvalsh' | 'eigvals' | 'cholesky'
  | 'matrix_norm' | 'cross';

/**
 * Every operation by its PyTorch name. Each is one entry of the file it comes from, where its forward,
 * its gradient and the formula stand together; a name without a rule does not compile.
 */
export const table = {
  neg: arithmetic.neg,
  abs: pointwise.abs,
  sign: pointwise.sign,
  exp: exponential.exp,
  exp2: exponential.exp2,
  expm1: exponential.expm1,
  log: exponential.log,
  log2: exponential.log2,
  log10: exponential.log10,
  log1p: exponential.log1p,
  sqrt: exponential.sqrt,
  rsqrt: exponential.rsqrt,
  square: power.square,
  reciprocal: arithmetic.reciprocal,
  sin: trigonometry.sin,
  cos: trigonometry.cos,
  tan: trigonometry.tan,
  asin: trigonometry.asin,
  acos: trigonometry.acos,
  atan: trigonometry.atan,
  sinh: trigonometry.sinh,
  cosh: trigonometry.cosh,
  tanh: trigonometry.tanh,
  asinh: trigonometry.asinh,
  acosh: trigonometry.acosh,
  atanh: trigonometry.atanh,
  sigmoid: activation.sigmoid,
  logsigmoid: activation.logsigmoid,
  relu: activation.relu,
  leaky_relu: activation.leakyRelu,
  elu: activation.elu,
  selu: activation.selu,
  gelu: activation.gelu,
  silu: activation.silu,
  mish: activation.mish,
  softplus: activation.softplus,
  softsign: activation.softsign,
  hardtanh: activation.hardtanh,
  erf: pointwise.erf,
  floor: pointwise.floor,
  ceil: pointwise.ceil,
  round: pointwise.round,
  add: arithmetic.add,
  sub: arithmetic.sub,
  mul: arithmetic.mul,
  div: arithmetic.div,
  pow: power.pow,
  atan2: pairs.atan2,
  maximum: pairs.maximum,
  minimum: pairs.minimum,
  remainder: pairs.remainder,
  fmod: pairs.fmod,
  hypot: pairs.hypot,
  lerp: pairs.lerp,
  where: selection.where,
  clamp: pairs.clamp,
  sum: reduce.sum,
  mean: reduce.mean,
  var: statistics.variance,
  std: statistics.std,
  prod: statistics.prod,
  max: extreme.max,
  min: extreme.min,
  amax: extreme.amax,
  amin: extreme.amin,
  argmax: extreme.argmax,
  argmin: extreme.argmin,
  softmax: soft.softmax,
  log_softmax: soft.logSoftmax,
  logsumexp: soft.logsumexp,
  cumsum: scan.cumsum,
  cumprod: scan.cumprod,
  norm: statistics.norm,
  sort: scan.sort,
  topk: scan.topk,
  median: median,
  matmul: products.matmul,
  dot: products.dot,
  outer: products.outer,
  mv: products.mv,
  bmm: products.bmm,
  addmm: products.addmm,
  einsum: sums.einsum,
  transpose: views.transpose,
  permute: views.permute,
  T: views.reversed,
  mT: views.matrixTranspose,
  reshape: views.reshape,
  view: views.view,
  flatten: views.flatten,
  squeeze: views.squeeze,
  unsqueeze: views.unsqueeze,
  expand: views.expand,
  broadcast_to: views.expand,
  repeat: rearrange.repeat,
  tile: rearrange.tile,
  flip: rearrange.flip,
  roll: rearrange.roll,
  cat: join.cat,
  stack: join.stack,
  index: indexing.at,
  slice: parts.slice,
  gather: along.gather,
  scatter_add: along.scatterAdd,
  index_select: along.indexSelect,
  masked_fill: rearrange.maskedFill,
  masked_select: rearrange.maskedSelect,
  chunk: parts.chunk,
  split: parts.split,
  unbind: parts.unbind,
  narrow: parts.narrow,
  diag: rearrange.diag,
  trace: rearrange.trace,
  triu: rearrange.triu,
  tril: rearrange.tril,
  pad: pad,
  mse_loss: loss.mseLoss,
  l1_loss: loss.l1Loss,
  smooth_l1_loss: loss.smoothL1Loss,
  huber_loss: loss.huberLoss,
  binary_cross_entropy: classification.binaryCrossEntropy,
  binary_cross_entropy_with_logits: classification.binaryCrossEntropyWithLogits,
  cross_entropy: classification.crossEntropy,
  nll_loss: classification.nllLoss,
  kl_div: classification.klDiv,
  linear: layers.linear,
  layer_norm: layers.layerNorm,
  batch_norm: layers.batchNorm,
  dropout: activation.dropout,
  embedding: layers.embedding,
  conv1d: convolution.conv1d,
  conv2d: convolution.conv2d,
  max_pool1d: pool.maxPool1d,
  avg_pool1d: pool.avgPool1d,
  attention: layers.attention,
  cosine_similarity: layers.cosineSimilarity,
  normalize: layers.normalize,
  one_hot: layers.oneHot,
  det: linalg.det,
  inverse: linalg.inv,
  slogdet: linalg.slogdet,
  solve: linalg.solve,
  eigvalsh: linalg.eigvalsh,
  eigvals: linalg.eigvals,
  cholesky: linalg.cholesky,
  matrix_norm: linalg.matrixNorm,
  cross: linalg.cross,
} satisfies Record<OpName, (...inputs: never[]) => unknown>;
