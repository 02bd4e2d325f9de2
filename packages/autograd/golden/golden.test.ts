import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { differences } from './compare.ts';
import { families } from './families.ts';

for (const [family, check] of Object.entries(families)) {
  const path = new URL(`${family}_golden.json`, import.meta.url);
  const { cases } = JSON.parse(readFileSync(path, 'utf8')) as { cases: { id: string }[] };
  describe(`${family}_golden.json`, () => {
    test.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => {
      expect(check(one)).toEqual([]);
    });
  });
}

test('an unknown kind is a failure, not a skipped case', () => {
  expect(families['torch']?.({ id: 'x', kind: 'constructor' } as { id: string })).not.toEqual([]);
});

test('a number off by more than the tolerance, a missing key and another text are told', () => {
  expect(differences({ a: 1 }, { a: 1 + 1e-9 }, 1e-12)).toHaveLength(1);
  expect(differences({ a: 1 }, {}, 1e-12)).toHaveLength(1);
  expect(differences('1.00', '1.01', 1)).toHaveLength(1);
  expect(differences([1, 2], [1], 1)).toHaveLength(1);
  expect(differences('NaN', NaN, 0)).toEqual([]);
});
