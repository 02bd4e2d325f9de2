import { Generator, type Tensor, functional, linear, randn } from '@calculus/autograd';
import { seededLinear } from '../shared/seeded-linear.ts';

/** Larger Jacobians are not computed: only their shape is told. */
const mostEntries = 60;

export interface LayerJacobian {
  /** [1, m, 1, n]: the output's shape, then the input's. */
  shape: number[];
  /** [m, n], in float32: row i holds the partial derivatives of output i. Null where there are too many. */
  rows: number[][] | null;
}

/** The Jacobian of PyTorch's Linear(n, m) after manual_seed(0), for a batch of one example. */
export function layerJacobian(n: number, m: number): LayerJacobian {
  const inputs = [1, n];
  const outputs = [1, m];
  if (n * m > mostEntries) return { shape: [...outputs, ...inputs], rows: null };
  const { layer, x } = seededLayer(n, m, 1);
  const jacobian = functional.jacobian(layer, x);
  return { shape: [...jacobian.shape], rows: jacobian.reshape([m, n]).tolist() as number[][] };
}

interface Seeded {
  layer: (x: Tensor) => Tensor;
  /** [m, n] */
  weight: Tensor;
  /** [batch, n] */
  x: Tensor;
}

/** What `Linear(n, m)` and then `randn(batch, n)` are after `manual_seed(0)`. */
export function seededLayer(n: number, m: number, batch: number, seed = 0): Seeded {
  const generator = new Generator().manualSeed(seed);
  const { weight, bias } = seededLinear(n, m, generator);
  return { layer: (x) => linear(x, weight, bias), weight, x: randn([batch, n], { generator }) };
}
