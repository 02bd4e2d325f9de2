import { expect, test } from 'vitest';
import { recordSolved, solvedOn, type Store } from './progress.ts';

function memory(): Store {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

const blocked: Store = {
  getItem: () => {
    throw new DOMException('denied', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};

test('an exercise never answered right has no day', () => {
  expect(solvedOn('slope', memory())).toBeNull();
});

test('the day of the first right answer is kept when it is answered again', () => {
  const store = memory();
  recordSolved('slope', new Date('2026-03-01T10:00:00Z'), store);
  recordSolved('slope', new Date('2026-03-09T10:00:00Z'), store);
  expect(solvedOn('slope', store)).toBe('2026-03-01');
});

test('a storage that refuses everything changes nothing', () => {
  expect(() => recordSolved('slope', new Date(0), blocked)).not.toThrow();
  expect(solvedOn('slope', blocked)).toBeNull();
});

test('what another program wrote under the key is not taken for a day', () => {
  const store = memory();
  store.setItem('exercise:slope', '{"evil":1}');
  expect(solvedOn('slope', store)).toBeNull();
});
