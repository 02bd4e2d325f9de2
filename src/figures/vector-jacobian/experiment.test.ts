import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { customFunction, functional, linear, ones, tensor, type Tensor } from '@calculus/autograd';
import { golden } from '../shared/golden.test.helper.ts';
import { layerJacobian, seededLayer } from './layer-jacobian.ts';
import { vectorFunction, vectorJacobian } from '../shared/vector-function.ts';
import { type Params, defaults, describe, program, run, tables } from './index.ts';
import { sumOf } from './sums.ts';

const quarter = fc.integer({ min: -12, max: 12 }).map((quarters) => quarters / 4);
const vectors = fc.record({ v1: quarter, v2: quarter, v3: quarter, u1: quarter, u2: quarter });
const say = (change: Partial<Params>) => {
  const params = { ...defaults, ...change };
  return describe(params, run(params));
};

interface VectorCase {
  id: string;
  kind: 'vector_function';
  dtype: string;
  inputs: { x: [number, number]; v: number[]; u: number[] };
  expected: { output: number[]; jacobian: number[][]; vjp: number[]; jvp: number[] };
}

group('the products', () => {
  test('at (1, 2), by hand', () => {
    // J = [[2x₀, 1], [x₁, x₀], [cos x₀, −sin x₁]] = [[2, 1], [2, 1], [0.5403, −0.9093]]
    // vᵀJ = 1·(2, 1) − 2·(2, 1) + 0.5·(0.5403, −0.9093), Ju = 0.25·(2, 2, 0.5403) − 1.5·(1, 1, −0.9093)
    const { jacobian, vjp, jvp } = run(defaults);
    const [c, s] = [Math.cos(1), Math.sin(2)];
    const close = (got: number[], wanted: number[]) => {
      for (const [i, value] of wanted.entries()) expect(got[i]).toBeCloseTo(value, 6);
    };
    close(jacobian.flat(), [2, 1, 2, 1, c, -s]);
    close(vjp, [2 - 4 + c / 2, 1 - 2 - s / 2]);
    close(jvp, [0.5 - 1.5, 0.5 - 1.5, c / 4 + 1.5 * s]);
  });

  for (const { id, inputs, expected } of golden<VectorCase>('vector_function', 'float32'))
    test(`${id} is PyTorch's, of the function itself`, () => {
      const [x0, x1] = inputs.x;
      const { output, jacobian } = vectorJacobian(x0, x1);
      const x = tensor(inputs.x);
      const [, vjp] = functional.vjp(vectorFunction, x, tensor(inputs.v));
      const [, jvp] = functional.jvp(vectorFunction, x, tensor(inputs.u));
      const got = [output, jacobian.flat(), vjp.tolist(), (jvp as Tensor).tolist()] as number[][];
      const wanted = [expected.output, expected.jacobian.flat(), expected.vjp, expected.jvp];
      for (const [k, list] of wanted.entries())
        for (const [i, value] of list.entries())
          expect(Math.abs((got[k]?.[i] ?? NaN) - value)).toBeLessThanOrEqual(
            1e-6 * Math.max(1, Math.abs(value)),
          );
    });

  test('in the default state they are PyTorch’s, up to the last bit of a cosine', () => {
    const wanted = golden<VectorCase>('vector_function', 'float32').find(
      ({ inputs }) => inputs.x[0] === 1,
    );
    const { v, u, vjp, jvp } = run(defaults);
    expect({ v, u }).toEqual({ v: wanted?.inputs.v, u: wanted?.inputs.u });
    for (const [i, value] of (wanted?.expected.vjp ?? []).entries())
      expect(vjp[i]).toBeCloseTo(value, 6);
    for (const [i, value] of (wanted?.expected.jvp ?? []).entries())
      expect(jvp[i]).toBeCloseTo(value, 6);
  });

  test('agree: (vᵀJ)u = vᵀ(Ju)', () => {
    fc.assert(
      fc.property(vectors, (change) => {
        const { u, v, vjp, jvp } = run({ ...defaults, ...change });
        const dot = (a: number[], b: number[]) =>
          a.reduce((sum, value, i) => sum + value * (b[i] ?? NaN), 0);
        expect(dot(vjp, u)).toBeCloseTo(dot(v, jvp), 4);
      }),
    );
  });

  test('are the sums that are shown beside them', () => {
    fc.assert(
      fc.property(vectors, (change) => {
        const result = run({ ...defaults, ...change });
        for (const part of ['vjp', 'jvp'] as const)
          for (const index of result[part].keys()) {
            const { terms, total } = sumOf(result, { part, index });
            const sum = terms.reduce((all, { weight, entry }) => all + weight * entry, 0);
            expect(sum).toBeCloseTo(total, 5);
          }
      }),
    );
    expect(sumOf(run(defaults), { part: 'vjp', index: 1 })).toMatchObject({
      name: '(vᵀJ)₂',
      symbols: 'v₁ J₁₂ + v₂ J₂₂ + v₃ J₃₂',
      numbers: '1 · 1 + (−2) · 1 + 0.5 · (−0.9093)',
      result: '−1.455',
    });
    expect(sumOf(run(defaults), { part: 'jvp', index: 2 }).symbols).toBe('u₁ J₃₁ + u₂ J₃₂');
    expect(() => sumOf(run(defaults), { part: 'vjp', index: 2 })).toThrow(RangeError);
  });

  test('a unit vector picks a row or a column, ones are the gradient of the sum', () => {
    expect(say({ v1: 0, v2: 1, v3: 0 })).toContain('gives vᵀJ = (2, 1), row 2 of J.');
    expect(say({ u1: 0, u2: 1 })).toContain('gives Ju = (1, 1, −0.9093), column 2 of J.');
    expect(say({ v1: 1, v2: 1, v3: 1 })).toContain('the same as y.sum().backward()');
    expect(say({ v1: 0, v2: 0, v3: 0 })).toContain('the backward pass carries nothing');
    expect(say({ u1: 0, u2: 0 })).toContain('the input stands still');
  });
});

test('what PyTorch says to gradients of the wrong shape, word for word', () => {
  const { attempts, vjp } = run(defaults);
  expect(attempts.map(({ call, error }) => [call, error])).toEqual([
    ['y.backward()', 'grad can be implicitly created only for scalar outputs'],
    [
      'y.backward(torch.ones(2))',
      'Mismatch in shape: grad_output[0] has a shape of torch.Size([2]) and output[0] has a shape of torch.Size([3]).',
    ],
    [
      'y.backward(torch.ones(1, 3))',
      'Mismatch in shape: grad_output[0] has a shape of torch.Size([1, 3]) and output[0] has a shape of torch.Size([3]).',
    ],
    ['y.backward(torch.ones(3))', null],
    ['y.backward(torch.tensor([1, -2, 0.5]))', null],
  ]);
  expect(attempts.at(-1)?.gradient).toEqual(vjp);
});

interface LayerCase {
  id: string;
  kind: 'linear_jacobian';
  dtype: string;
  inputs: { seed: number; batch: number; weight: number[][]; x: number[][] };
  expected: { jacobian: number[][][][]; shape: number[] };
}

group('the Jacobian of a layer', () => {
  for (const { id, inputs, expected } of golden<LayerCase>('linear_jacobian', 'float32'))
    test(`${id} is PyTorch's, entry by entry, with zeros between the examples`, () => {
      const { layer, weight, x } = seededLayer(3, 2, inputs.batch, inputs.seed);
      expect(weight.tolist()).toEqual(inputs.weight);
      expect(x.tolist()).toEqual(inputs.x);
      const jacobian = functional.jacobian(layer, x);
      expect(jacobian.shape).toEqual(expected.shape);
      expect(jacobian.tolist()).toEqual(expected.jacobian);
      const zeros = jacobian.eq(0).to('float32').mean().item();
      expect(zeros).toBeCloseTo(1 - 1 / inputs.batch, 6);
    });

  test('has shape [1, 2, 1, 3] for Linear(3, 2) and holds its weights', () => {
    expect(run(defaults).layer).toEqual({
      shape: [1, 2, 1, 3],
      rows: seededLayer(3, 2, 1).weight.tolist(),
    });
  });

  test('has the shape of the output, then of the input, also where it is too large to compute here', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (n, m) => {
        const { layer, x } = seededLayer(n, m, 1);
        expect(layerJacobian(n, m).shape).toEqual(functional.jacobian(layer, x).shape);
      }),
      { numRuns: 30 },
    );
    expect(run({ ...defaults, n: 1000, m: 1000 }).layer).toEqual({
      shape: [1, 1000, 1, 1000],
      rows: null,
    });
  });
});

group('passes', () => {
  test('backward: functional.jacobian takes one a row, counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (n, m) => {
        let passes = 0;
        const counted = customFunction({
          name: 'Counted',
          forward: (_, x: Tensor) => x.mul(1),
          backward: (_, g) => {
            passes += 1;
            return [g];
          },
        });
        functional.jacobian((x) => linear(counted(x), ones([m, n]), null), ones([n]));
        const { layerPasses } = run({ ...defaults, n, m });
        expect(layerPasses).toEqual({ forward: n, reverse: passes });
      }),
      { numRuns: 20 },
    );
  });

  test('forward: a column of J is what one product Ju with a unit vector gives', () => {
    const { jacobian } = run(defaults);
    for (const [j, unit] of [
      [1, 0],
      [0, 1],
    ].entries()) {
      // prettier-ignore
      const [, column] = functional.jvp(vectorFunction, tensor([1, 2]), tensor(unit));
      expect((column as Tensor).tolist()).toEqual(jacobian.map((row) => row[j]));
    }
  });

  test('whole numbers of inputs and outputs, and the shorter way in words', () => {
    const { layerPasses } = run({ ...defaults, n: 2.4, m: 1 });
    expect(layerPasses).toEqual({ forward: 2, reverse: 1 });
    expect(say({ n: 1000, m: 1 })).toContain(
      'from 1000 inputs to 1 output takes 1000 forward passes or 1 reverse pass: reverse is shorter;',
    );
    expect(say({ n: 1, m: 7 })).toContain('or 7 reverse passes: forward is shorter;');
    expect(say({ n: 4, m: 4 })).toContain('neither way is shorter');
  });

  test('for the 3 × 2 Jacobian on screen are 2 forward and 3 reverse, whatever the layer is', () => {
    for (const layer of [{}, { n: 1000, m: 1 }]) {
      const { jacobian, passes } = run({ ...defaults, ...layer });
      expect([jacobian.length, jacobian[0]?.length]).toEqual([3, 2]);
      expect(passes).toEqual({ forward: 2, reverse: 3 });
      expect(say(layer)).toContain(
        'The whole J on screen takes 2 forward passes or 3 reverse passes: forward is shorter. That of a layer',
      );
    }
  });
});

test('tables and program repeat the readouts', () => {
  const result = run(defaults);
  expect(tables(defaults, result)[0]?.rows.at(-1)?.slice(3, 5)).toEqual(result.vjp);
  expect(program(defaults, result)).toContain(
    '# vjp = tensor([-1.7298, -1.4546])\n# jvp = tensor([-1.0000, -1.0000,  1.4990])\n# grad can be implicitly',
  );
  expect(program(defaults, result)).toContain('# layer Jacobian: torch.Size([1, 2, 1, 3])');
});
