import { compile, parse } from '@calculus/expression';
import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { at } from '../shared/at.ts';
import { entryOf } from './entry.ts';
import type { Params } from './experiment.ts';
import { controls, defaults, describe, program, run, tables } from './index.ts';
import { type Part, gradients, values } from './parts.ts';
import { blockPicture } from './picture.ts';
import { type Sentence, sentences } from './sentences.ts';
import { knownAfter, stages } from './stages.ts';
import { explained, firstOf, matrixView } from './view.ts';

const anything: fc.Arbitrary<Params> = fc.record({
  tokens: fc.constantFrom(...(Object.keys(sentences) as Sentence[])),
  causal: fc.constantFrom('yes', 'no'),
  temperature: fc.double({ min: 0.05, max: 20, noNaN: true }),
  width: fc.integer({ min: 1, max: 8 }),
  seed: fc.integer({ min: 0, max: 99 }),
  stage: fc.integer({ min: 0, max: stages.length }),
});

const sum = (row: readonly (number | null)[]) =>
  row.reduce<number>((total, value) => total + (value ?? 0), 0);

group('for every sentence, mask, temperature, width and seed', () => {
  test('every gradient by hand is autograd’s up to rounding', () => {
    fc.assert(
      fc.property(anything, (params) => {
        for (const { part, byHand, difference } of run(params).checks)
          expect(difference, part).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(byHand)));
      }),
    );
  });

  test('weights and probabilities of a row add up to 1, gradients of scores, logits and residual to 0', () => {
    fc.assert(
      fc.property(anything, (params) => {
        const { matrices } = run(params);
        for (const part of ['A', 'p'] as const)
          for (const row of matrices[part]) expect(sum(row)).toBeCloseTo(1, 12);
        for (const part of ['dS', 'dZ', 'dR'] as const)
          for (const row of matrices[part]) expect(sum(row)).toBeCloseTo(0, 10);
      }),
    );
  });

  test('a masked score is −∞, its weight and its gradient exactly 0', () => {
    fc.assert(
      fc.property(anything, (params) => {
        const { matrices } = run({ ...params, causal: 'yes' });
        matrices.M.forEach((row, i) => {
          row.forEach((score, j) => {
            expect(score === null).toBe(j > i);
            if (j > i) expect([matrices.A[i]?.[j], matrices.dS[i]?.[j]]).toEqual([0, 0]);
          });
        });
      }),
    );
  });

  test('the numbers that explain an entry give the entry', () => {
    const explainedParts: Part[] = ['X', 'A', 'p', 'N', 'S', ...gradients];
    fc.assert(
      fc.property(anything, fc.constantFrom(...explainedParts), fc.nat(), (params, part, n) => {
        const result = run({ ...params, temperature: Math.max(0.5, params.temperature) });
        const matrix = result.matrices[part];
        const row = n % matrix.length;
        const column = n % at(matrix, 0).length;
        const { numbers } = entryOf(result, { part, row, column });
        const formula = numbers.replaceAll('−', '-').replaceAll('·', '*');
        const found = compile(parse(formula))({});
        const wanted = at(at(matrix, row), column) ?? NaN;
        expect(Math.abs(found - wanted), `${part}: ${numbers}`).toBeLessThan(
          0.02 * Math.max(1, Math.abs(wanted)),
        );
      }),
      { numRuns: 300 },
    );
  });
});

test('a word that stands twice receives the sum of both positions, one that is never read nothing', () => {
  const { matrices, task } = run(defaults);
  expect(task.vocabulary).toEqual(['the', 'cat', 'saw', 'dog']);
  // "the" stands at positions 0 and 3; "dog" is only wanted.
  matrices.dE[0]?.forEach((value, j) => {
    expect(value).toBeCloseTo(sum([matrices.dX[0]?.[j] ?? NaN, matrices.dX[3]?.[j] ?? NaN]), 14);
  });
  expect(matrices.dE[3]).toEqual([0, 0, 0, 0]);
});

test('the first token of a causal block has one weight, 1, and no gradient for its query', () => {
  const { matrices } = run(defaults);
  expect(matrices.A[0]).toEqual([1, 0, 0, 0]);
  expect(matrices.dQ[0]).toEqual([0, 0]);
});

test('both ends of the temperature starve the queries, and the words say how', () => {
  const words = (changes: Partial<Params>) => {
    const params = { ...defaults, ...changes };
    return describe(params, run(params));
  };
  expect(words({ temperature: 0.02 })).toMatch(/saturated: .* hardly any gradient/);
  expect(words({ temperature: 50 })).toMatch(/nearly equal .* division by τ leaves/);
  expect(words({})).not.toMatch(/saturated|nearly equal/);
  const { norms } = run(defaults);
  expect(run({ ...defaults, temperature: 0.02 }).norms.dS).toBeLessThan(norms.dS / 100);
  expect(run({ ...defaults, temperature: 50 }).norms.dQ).toBeLessThan(norms.dQ / 20);
});

test('without the mask the words say that the answer can be seen', () => {
  const params = { ...defaults, causal: 'no' } as const;
  expect(describe(params, run(params))).toContain('the very word that it should predict');
});

test('every stage reads only what was drawn or computed before, and the end has everything', () => {
  expect(run(defaults).path).toHaveLength(controls.stage.max);
  stages.forEach(({ reads }, index) => {
    expect(knownAfter(index)).toEqual(expect.arrayContaining([...reads]));
  });
  const all: Part[] = [...values, ...gradients, 'M', 'p'];
  expect(new Set(knownAfter(stages.length))).toEqual(new Set(all));
});

test('arrows turn round where the gradient has passed', () => {
  const backward = (stage: number) =>
    blockPicture(run({ ...defaults, stage })).edges.filter((edge) => edge.backward).length;
  expect([backward(0), backward(10), backward(stages.length)]).toEqual([0, 0, 13]);
});

test('pointing at a masked score explains the mask, at another its product', () => {
  const result = run({ ...defaults, stage: 4 });
  expect(firstOf(result)).toEqual({ part: 'S', row: 1, column: 0 });
  expect(explained(result, { part: 'S', row: 0, column: 2 })).toMatchObject({
    numbers: 'masked: token 2 comes after token 0',
    result: '−∞',
  });
  expect(explained(result, { part: 'S', row: 1, column: 0 }).symbols).toBe(
    'Σₖ Q[1, k] · K[0, k] / (τ√d)',
  );
  const masked = { part: 'S', row: 0, column: 2 } as const;
  const view = matrixView(result, 'S', masked, explained(result, masked));
  expect([view.values[0]?.[2], view.muted(0, 2), view.muted(2, 0)]).toEqual([null, true, false]);
});

test('the numbers of the default seed, of all hundred, can be read best', () => {
  const smallest = (seed: number) => {
    const { dS } = run({ ...defaults, seed }).matrices;
    return Math.min(
      ...dS.slice(1).flatMap((row, i) => row.slice(0, i + 2).map((v) => Math.abs(v ?? 0))),
    );
  };
  const seeds = Array.from({ length: 100 }, (_, seed) => seed);
  expect(seeds.reduce((a, b) => (smallest(b) > smallest(a) ? b : a))).toBe(defaults.seed);
});

test('the table holds every check, and the program prints that they hold', () => {
  const result = run(defaults);
  expect(tables(defaults, result)[0]?.rows).toHaveLength(gradients.length);
  expect(program(defaults, result)).toContain('# by hand as by autograd: True\n');
});
