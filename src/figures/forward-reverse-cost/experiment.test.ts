import { type Tensor, functional, matmul, tanh, tensor } from '@calculus/autograd';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkpointed } from './checkpoint.ts';
import { costOf, inputOf, oneOf } from './experiment.ts';
import { defaults, describe, run } from './index.ts';
import { type Network, adjointPass, evaluate, networkOf, tangentPass } from './network.ts';
import { Tally } from './tally.ts';

const small = fc.record({
  n: fc.integer({ min: 1, max: 6 }),
  m: fc.integer({ min: 1, max: 6 }),
  depth: fc.integer({ min: 2, max: 12 }),
});

/** The same function through autograd. */
function jacobian(network: Network, n: number): number[][] {
  const f = (x: Tensor): Tensor =>
    network.reduce((h, { rows, columns, entries }, index) => {
      const weight = tensor([...entries], { dtype: 'float64' }).reshape([rows, columns]);
      const sums = matmul(weight, h);
      return index === network.length - 1 ? sums : tanh(sums);
    }, x);
  return functional
    .jacobian(f, tensor([...inputOf(n)], { dtype: 'float64' }))
    .tolist() as number[][];
}

test('all passes of a mode, really run, give the Jacobian of autograd and the operations that are told', () => {
  fc.assert(
    fc.property(small, ({ n, m, depth }) => {
      const network = networkOf(n, m, depth);
      const exact = jacobian(network, n);
      const cost = costOf(n, m, depth);
      const forward = new Tally();
      let values = evaluate(network, inputOf(n), forward);
      for (let j = 0; j < n; j++)
        tangentPass(network, values, oneOf(n, j), forward).forEach((entry, i) => {
          expect(entry).toBeCloseTo(exact[i]?.[j] ?? NaN, 12);
        });
      expect(forward.operations).toBe(cost.forward);
      const reverse = new Tally();
      values = evaluate(network, inputOf(n), reverse);
      for (let i = 0; i < m; i++)
        adjointPass(network, values, oneOf(m, i), reverse).forEach((entry, j) => {
          expect(entry).toBeCloseTo(exact[i]?.[j] ?? NaN, 12);
        });
      expect(reverse.operations).toBe(cost.reverse);
    }),
    { numRuns: 25 },
  );
});

test('the counts are those of matrices: 3 → 16 → 2 by hand', () => {
  // Values: 16·3 products, 16·2 sums, 16 tanh; 2·16 products, 2·15 sums.
  expect(costOf(3, 2, 2).evaluation).toBe(48 + 32 + 16 + 32 + 30);
  // Rates: the same products and sums, and three operations for each of 16 derivatives of tanh.
  expect(costOf(3, 2, 2).tangent).toBe(48 + 32 + 3 * 16 + 32 + 30);
  // Backward: 16·2 products, 16·1 sums; 3·16; 3·16 products, 3·15 sums.
  expect(costOf(3, 2, 2).adjoint).toBe(32 + 16 + 3 * 16 + 48 + 45);
});

test('with as many inputs as outputs both modes cost the same, exactly', () => {
  for (const [size, depth] of [
    [1, 2],
    [7, 5],
    [100, 30],
  ] as const) {
    // prettier-ignore
    const { forward, reverse } = costOf(size, size, depth);
    expect(forward).toBe(reverse);
  }
});

test('one gradient costs two evaluations to two and a half, whatever the size', () => {
  for (const n of [1, 10, 1000])
    for (const depth of [2, 20, 100]) {
      const { evaluation, adjoint } = costOf(n, 1, depth);
      expect((evaluation + adjoint) / evaluation).toBeGreaterThan(1.9);
      expect((evaluation + adjoint) / evaluation).toBeLessThan(2.6);
    }
});

test('a checkpointed pass gives the same gradient, whatever the segments', () => {
  const network = networkOf(5, 3, 17);
  const x = inputOf(5);
  const v = oneOf(3, 1);
  const values = evaluate(network, x, new Tally());
  const exact = adjointPass(network, values, v, new Tally());
  for (let segments = 1; segments <= 17; segments++)
    expect(checkpointed(network, x, v, segments).gradient).toEqual(exact);
});

test('sixteen layers keep 100 + 15 · 16 numbers, and with four segments 100 + 3 · 16 + 3 · 16', () => {
  // Segments of four layers: their four first inputs, and the three inputs inside the last of them.
  const { memory } = run(defaults);
  expect(memory).toMatchObject({ all: 340, segments: 4, checkpoints: 196 });
});

test('what is computed again is less than one more evaluation', () => {
  for (const depth of [4, 16, 100]) {
    const { memory, evaluation } = run({ ...defaults, depth });
    const again = memory.checkpointOperations - memory.allOperations;
    expect(again).toBeGreaterThan(0);
    expect(again).toBeLessThan(evaluation);
  }
});

test('checkpoints turn growth with the depth into growth with its root', () => {
  const kept = (depth: number) => run({ n: 16, m: 1, depth }).memory;
  // d · 16 for all; at d = 100 ten first inputs and nine more inside a segment.
  expect(kept(100)).toMatchObject({ all: 100 * 16, checkpoints: 19 * 16 });
  expect(kept(25)).toMatchObject({ all: 25 * 16, checkpoints: 9 * 16 });
});

test('it is said which mode is cheaper', () => {
  expect(describe(defaults, run(defaults))).toContain('reverse mode is');
  const swapped = { n: 1, m: 100, depth: 16 };
  expect(describe(swapped, run(swapped))).toContain('forward mode is');
  const even = { n: 10, m: 10, depth: 9 };
  expect(describe(even, run(even))).toContain('both the same');
});
