import { expect, test } from 'vitest';
import { type Tensor, graph, tensor } from '../index.ts';

const leaf = (value: number): Tensor => tensor(value, { requiresGrad: true, dtype: 'float64' });

test('an edge tells the local derivative of its use and what comes back along it', () => {
  // (xy + sin x)² at (2, 3): s = 6 + sin 2 receives 2s; the product has the slopes y and x, the sine cos x.
  const [x, y] = [leaf(2), leaf(3)];
  const { edges } = graph(x.mul(y).add(x.sin()).pow(2));
  const s = 6 + Math.sin(2);
  expect(edges.map(({ from, to, input }) => [from, to, input])).toEqual([
    [0, 2, 0],
    [1, 2, 1],
    [0, 3, 0],
    [2, 4, 0],
    [3, 4, 1],
    [4, 5, 0],
  ]);
  [3, 2, Math.cos(2), 1, 1, 2 * s].forEach((local, edge) => {
    expect(edges[edge]?.local).toBeCloseTo(local, 12);
  });
  [6 * s, 4 * s, 2 * s * Math.cos(2), 2 * s, 2 * s, 2 * s].forEach((gradient, edge) => {
    expect(edges[edge]?.gradient).toBeCloseTo(gradient, 12);
  });
});

test('what comes back along all uses of a value adds up to its gradient', () => {
  const x = leaf(1.5);
  const { nodes, edges } = graph(x.mul(x).mul(x.exp()));
  const terms = edges.flatMap(({ from, gradient }) => (from === 0 ? [Number(gradient)] : []));
  expect(terms).toHaveLength(3);
  expect(terms.reduce((sum, term) => sum + term, 0)).toBeCloseTo(Number(nodes[0]?.gradient), 12);
});

test('a local derivative is there even where the gradient that arrives is 0', () => {
  const x = leaf(3);
  const [square] = graph(x.pow(2).mul(0)).edges;
  expect(square).toMatchObject({ local: 6, gradient: 0 });
});

test('a node names what it keeps: a product both factors, a sum nothing, exp its result', () => {
  const [x, y] = [leaf(2), leaf(3)];
  const saved = graph(x.mul(y).add(x).exp()).nodes.map((node) => node.saved);
  expect(saved.slice(2)).toEqual([
    { inputs: [0, 1], output: false },
    { inputs: [], output: false },
    { inputs: [], output: true },
  ]);
});
