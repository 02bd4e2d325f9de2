import { describe, expect, test } from 'vitest';
import { goldenFiles } from './case.ts';
import { expectSame } from './compare.ts';
import { problemOf } from './families.ts';

const files = goldenFiles(import.meta.dirname);

for (const file of files)
  describe(file.name, () => {
    test.each(file.cases.map((one) => [one.id, one] as const))('%s', (_, one) => {
      expect(problemOf(one, file)).toBeNull();
    });
  });

test('an unknown kind or family is a failure, not a skipped case', () => {
  const stored = { id: 'x', kind: 'constructor' };
  for (const { name } of files) expect(problemOf(stored, { name, cases: [] })).not.toBeNull();
  expect(problemOf(stored, { name: 'constructor_golden.json', cases: [] })).not.toBeNull();
});

test.each([
  [1 + 1e-9, 1],
  [undefined, 1],
  ['1.01', '1.00'],
  [[1], [1, 2]],
  [0, 'NaN'],
])('%j is not taken for %j', (got, stored) => {
  expect(() => {
    expectSame(got, stored, 1e-12);
  }).toThrow();
});

test('NaN is taken for NaN, and 0 for −0', () => {
  expectSame([NaN, 0], ['NaN', -0], 0);
});
