import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { golden } from '../shared/golden.test.helper.ts';
import { defaults, describe, run, tables, program } from './index.ts';
import type { Loss, Matrix } from './experiment.ts';
import { marks, nearest, sumOf } from './sums.ts';

interface Gradients {
  loss: number;
  dW: Matrix;
  db: number[];
  dX: Matrix;
}

interface Case {
  id: string;
  kind: string;
  dtype: string;
  inputs: { X: Matrix; W: Matrix; b: number[]; seed: number };
  expected: { sum: Gradients; mean: Gradients; Y: Matrix };
}

const cases = golden<Case>('linear_layer', 'float32');

const sizes = fc.record({
  batch: fc.integer({ min: 1, max: 8 }),
  in: fc.integer({ min: 1, max: 6 }),
  out: fc.integer({ min: 1, max: 6 }),
  seed: fc.integer({ min: 0, max: 99 }),
});
const losses = fc.constantFrom<Loss>('sum', 'mean', 'mse');

/** Sums of float32 numbers of ordinary size differ in the last bits by the order of adding. */
function expectClose(got: Matrix, wanted: Matrix, digits = 5): void {
  expect(got.map((row) => row.length)).toEqual(wanted.map((row) => row.length));
  for (const [i, row] of wanted.entries())
    for (const [j, value] of row.entries()) expect(got[i]?.[j]).toBeCloseTo(value, digits);
}

const entry = (matrix: Matrix, i: number, j: number) => matrix[i]?.[j] ?? NaN;

for (const { id, inputs, expected } of cases)
  group(id, () => {
    test('draws the numbers of PyTorch’s generator, bit for bit', () => {
      const { X, W, b } = run({ ...defaults, seed: inputs.seed });
      expect({ X, W, b }).toEqual({ X: inputs.X, W: inputs.W, b: inputs.b });
    });

    test.each(['sum', 'mean'] as const)(
      'has PyTorch’s outputs and gradients for the %s',
      (loss) => {
        const result = run({ ...defaults, seed: inputs.seed, loss });
        expect(result.loss).toBeCloseTo(expected[loss].loss, 5);
        expectClose(result.Y, expected.Y, 6);
        expectClose(result.dW, expected[loss].dW, 6);
        expectClose(result.dX, expected[loss].dX, 6);
        expect(result.db).toEqual(expected[loss].db);
      },
    );
  });

test('seed 0 gives the notebook’s numbers: ∂loss/∂W[0,0] = 2.109, ∂loss/∂b[0] = 4.000', () => {
  const { dW, db } = run(defaults);
  expect([entry(dW, 0, 0).toFixed(3), db[0]?.toFixed(3)]).toEqual(['2.109', '4.000']);
  // As nn.Linear stores them: [out, in] and [out].
  expect([dW.length, dW[0]?.length, db.length]).toEqual([2, 3, 2]);
});

group('for every shape, seed and loss', () => {
  test('∂loss/∂W = Gᵀ X, ∂loss/∂b is the column sums of G and ∂loss/∂X = G W', () => {
    fc.assert(
      fc.property(sizes, losses, (shape, loss) => {
        const { X, W, dX, dW, db, dY } = run({ ...shape, loss });
        const over = <T>(rows: T[], term: (row: T, index: number) => number) =>
          rows.reduce((sum, row, index) => sum + term(row, index), 0);
        expectClose(
          dW,
          W.map((row, o) => row.map((_, i) => over(X, (x, n) => entry(dY, n, o) * (x[i] ?? NaN)))),
        );
        expectClose([db], [W.map((_, o) => over(dY, (g) => g[o] ?? NaN))]);
        expectClose(
          dX,
          X.map((x, n) => x.map((_, i) => over(W, (w, o) => entry(dY, n, o) * (w[i] ?? NaN)))),
        );
      }),
    );
  });

  test('a sum has G = 1, a mean 1/(N·O), a mean squared error 2(Y − T)/(N·O)', () => {
    fc.assert(
      fc.property(sizes, losses, (shape, loss) => {
        const { Y, dY, target } = run({ ...shape, loss });
        const count = shape.batch * shape.out;
        const byHand = {
          sum: () => 1,
          mean: () => 1 / count,
          mse: (i: number, j: number) => (2 * (entry(Y, i, j) - entry(target ?? [], i, j))) / count,
        };
        expectClose(
          dY,
          Y.map((row, i) => row.map((_, j) => byHand[loss](i, j))),
        );
        expect(target === null).toBe(loss !== 'mse');
      }),
    );
  });

  test('the target is drawn after b, so that X, W and b are those of the other losses', () => {
    fc.assert(
      fc.property(sizes, (shape) => {
        const [sum, mse] = [run({ ...shape, loss: 'sum' }), run({ ...shape, loss: 'mse' })];
        expect([mse.X, mse.W, mse.b]).toEqual([sum.X, sum.W, sum.b]);
      }),
    );
  });

  test('the sum of an entry adds up to it, and its marks are the factors', () => {
    fc.assert(
      fc.property(sizes, losses, fc.nat(), fc.nat(), (shape, loss, a, c) => {
        const result = run({ ...shape, loss });
        for (const [part, rows, columns] of [
          ['Y', shape.batch, shape.out],
          ['dW', shape.out, shape.in],
          ['db', 1, shape.out],
        ] as const) {
          const pointed = { part, row: a % rows, column: c % columns };
          const sum = sumOf(result, pointed);
          const products = sum.terms.map((term) => term.reduce((p, { value }) => p * value, 1));
          expect(products.reduce((s, p) => s + p, 0)).toBeCloseTo(sum.total, 4);
          for (const other of ['X', 'W', 'dY'] as const) {
            const marked = result[other].flatMap((row, i) =>
              row.filter((_, j) => marks(pointed, other)(i, j)),
            );
            const factors = sum.terms.flat().filter((factor) => factor.part === other);
            expect(marked).toEqual(factors.map(({ value }) => value));
          }
        }
      }),
    );
  });
});

test('pointing at ∂loss/∂W[0, 0] writes the first column of X, added up', () => {
  // 1·1.541 + 1·0.5684 + 1·0.4033 + 1·(−0.4033) = 2.109
  const result = run(defaults);
  const sum = sumOf(result, { part: 'dW', row: 0, column: 0 });
  expect(sum).toMatchObject({
    name: '∂loss/∂W[0, 0]',
    formula: 'Σₙ ∂loss/∂Y[n, 0] · X[n, 0]',
    total: result.dW[0]?.[0],
  });
  expect(sum.terms.map((term) => term.map(({ value }) => Number(value.toFixed(4))))).toEqual([
    [1, 1.541],
    [1, 0.5684],
    [1, 0.4033],
    [1, -0.4033],
  ]);
  const gone = { part: 'dW', row: 5, column: 0 } as const;
  expect(() => sumOf(result, gone)).toThrow('linear-layer: dW has no entry [5, 0]');
  expect(nearest(result, gone)).toEqual({ part: 'dW', row: 1, column: 0 });
});

test('a batch of one has nothing to add up, which is said', () => {
  const params = { ...defaults, batch: 1 };
  expect(describe(params, run(params))).toBe(
    'With a batch of one, ∂loss/∂W has nothing to add up: 2 times 3 products, one each. The loss is a sum, so every entry of ∂loss/∂Y is 1, all rows of ∂loss/∂W are equal, and ∂loss/∂b is the batch size, 1.',
  );
});

test('the mean divides by outputs too: ∂loss/∂b is one over their number', () => {
  const params = { ...defaults, loss: 'mean' as const };
  expect(run(params).db).toEqual([0.5, 0.5]);
  expect(describe(params, run(params))).toContain('every entry of ∂loss/∂Y is 1/8');
});

test('the table holds every parameter beside its gradient, and the program prints them', () => {
  const result = run(defaults);
  const [first] = tables(defaults, result);
  expect(first?.rows).toHaveLength(2 * 3 + 2);
  expect(first?.rows[0]).toEqual(['W[0, 0]', entry(result.W, 0, 0), entry(result.dW, 0, 0)]);
  expect(first?.rows.at(-1)).toEqual(['b[1]', result.b[1], 4]);
  expect(program(defaults, result)).toContain('# W.grad[0, 0] = 2.10943\n# b.grad[0]    = 4\n');
  const mse = { ...defaults, loss: 'mse' } as const;
  expect(program(mse, run(mse))).toContain('target = torch.randn(4, 2)');
});
