import {
  type Tensor,
  enableGrad,
  gelu,
  grad,
  layerNorm,
  linear,
  noGrad,
  softmax,
  tensor,
} from '@calculus/autograd';
import { expect, test } from 'vitest';
import { golden } from '../shared/golden.test.helper.ts';
import {
  attentionBackward,
  crossEntropyBackward,
  deviations,
  layerNormBackward,
  softmaxBackward,
} from './by-hand.ts';

interface Case {
  id: string;
  kind: 'transformer_block';
  dtype: string;
  inputs: {
    heads: number;
    causal: boolean;
    gelu: 'none' | 'tanh';
    ln_eps: number;
    x: number[][];
    target: number[][];
    params: Record<string, number[] | number[][]>;
  };
  expected: { loss: number; dx: number[][]; grads: Record<string, number[] | number[][]> };
}

const cases = golden<Case>('transformer_block', 'float64', 'backprop').filter(
  ({ inputs }) => inputs.heads === 1,
);

const double = (data: number[] | number[][]): Tensor => tensor(data, { dtype: 'float64' });

/** What comes into a layer y = x Wᵀ + b, from what comes out of it. */
const linearBackward = (x: Tensor, W: Tensor, dy: Tensor) => ({
  dx: dy.matmul(W),
  dW: dy.t().matmul(x),
  db: dy.sum(0),
});

/** Layer norm with a gain and a shift for every column. */
function affineNorm(x: Tensor, gain: Tensor, shift: Tensor, eps: number) {
  const N = layerNorm(x, [x.shape[1] ?? 0], { eps });
  return {
    out: N.mul(gain).add(shift),
    backward: (dy: Tensor) => ({
      dx: layerNormBackward(N, deviations(x, eps), dy.mul(gain)),
      dGain: dy.mul(N).sum(0),
      dShift: dy.sum(0),
    }),
  };
}

/** gelu′, the one derivative of this block that the chapter does not derive. */
const geluSlope = (x: Tensor, approximate: 'none' | 'tanh'): Tensor =>
  enableGrad(() => {
    const leaf = x.detach().requiresGrad_();
    const [slope] = grad(gelu(leaf, { approximate }).sum(), [leaf]);
    return slope as Tensor;
  });

/** A whole block, x₁ = x + attention(norm(x)), out = x₁ + mlp(norm(x₁)), back from its squared error by hand. */
function blockByHand({ inputs }: Case): Record<string, Tensor> {
  const w = Object.fromEntries(
    Object.entries(inputs.params).map(([name, data]) => [name, double(data)]),
  ) as Record<string, Tensor>;
  const get = (name: string): Tensor => w[name] as Tensor;
  const layer = (x: Tensor, name: string) => linear(x, get(`W${name}`), get(`b${name}`));
  const x = double(inputs.x);
  const T = inputs.x.length;
  const eps = inputs.ln_eps;

  const first = affineNorm(x, get('ln1_w'), get('ln1_b'), eps);
  const [Q, K, V] = [layer(first.out, 'q'), layer(first.out, 'k'), layer(first.out, 'v')];
  const scale = 1 / Math.sqrt(Q.shape[1] ?? 0);
  const later = tensor(Array.from({ length: T }, (_, i) => inputs.x.map((__, j) => j > i)));
  const S = Q.matmul(K.t()).mul(scale);
  const A = softmax(inputs.causal ? S.maskedFill(later, -Infinity) : S, -1);
  const O = A.matmul(V);
  const middle = x.add(layer(O, 'o'));
  const second = affineNorm(middle, get('ln2_w'), get('ln2_b'), eps);
  const inner = layer(second.out, '1');
  const hidden = gelu(inner, { approximate: inputs.gelu });
  const out = middle.add(layer(hidden, '2'));

  const target = double(inputs.target);
  const dOut = out.sub(target).mul(2 / (T * (x.shape[1] ?? 0)));
  const back2 = linearBackward(hidden, get('W2'), dOut);
  const back1 = linearBackward(second.out, get('W1'), back2.dx.mul(geluSlope(inner, inputs.gelu)));
  const norm2 = second.backward(back1.dx);
  const dMiddle = dOut.add(norm2.dx);
  const backO = linearBackward(O, get('Wo'), dMiddle);
  const { dQ, dK, dV } = attentionBackward({ Q, K, V, A, scale }, backO.dx);
  const backQ = linearBackward(first.out, get('Wq'), dQ);
  const backK = linearBackward(first.out, get('Wk'), dK);
  const backV = linearBackward(first.out, get('Wv'), dV);
  const norm1 = first.backward(backQ.dx.add(backK.dx).add(backV.dx));
  return {
    ...{ W2: back2.dW, b2: back2.db, W1: back1.dW, b1: back1.db, Wo: backO.dW, bo: backO.db },
    ...{ Wq: backQ.dW, bq: backQ.db, Wk: backK.dW, bk: backK.db, Wv: backV.dW, bv: backV.db },
    ...{ ln1_w: norm1.dGain, ln1_b: norm1.dShift, ln2_w: norm2.dGain, ln2_b: norm2.dShift },
    x: dMiddle.add(norm1.dx),
  };
}

test.each(cases)('$id: the formulas give PyTorch’s gradients of a whole block', (one) => {
  const byHand = noGrad(() => blockByHand(one));
  const wanted: Record<string, number[] | number[][]> = {
    ...one.expected.grads,
    x: one.expected.dx,
  };
  expect(Object.keys(byHand).sort()).toEqual(Object.keys(wanted).sort());
  for (const [name, data] of Object.entries(wanted)) {
    const got = (byHand[name]?.tolist() as typeof data).flat();
    data.flat().forEach((value, index) => {
      expect(got[index], name).toBeCloseTo(value, 10);
    });
  }
});

test('softmax of two equal scores has the Jacobian ¼ [[1, −1], [−1, 1]]', () => {
  // diag(½, ½) − ½·½, times (1, 0)
  const A = double([[0.5, 0.5]]);
  expect(softmaxBackward(A, double([[1, 0]])).tolist()).toEqual([[0.25, -0.25]]);
});

test('a weight of exactly 0 or 1 passes no gradient', () => {
  const A = double([[1, 0, 0]]);
  expect(
    softmaxBackward(A, double([[3, -2, 7]]))
      .abs()
      .sum()
      .item(),
  ).toBe(0);
});

test('of two positions, each contributes half of p − y', () => {
  const p = double([
    [0.7, 0.3],
    [0.4, 0.6],
  ]);
  const y = double([
    [1, 0],
    [1, 0],
  ]);
  const [first, second] = crossEntropyBackward(p, y).tolist() as number[][];
  expect(first?.[0]).toBeCloseTo(-0.15, 12);
  expect(second?.[1]).toBeCloseTo(0.3, 12);
});
