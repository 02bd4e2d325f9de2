import { expect, test } from 'vitest';
import { recordSolved, solvedOn, type Store } from './progress.ts';

const today = new Date('2026-11-30T12:00:00Z');

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
  expect(solvedOn('slope', today, memory())).toBeNull();
});

test('the day of the first right answer is kept when it is answered again', () => {
  const store = memory();
  recordSolved('slope', new Date('2026-03-01T10:00:00Z'), store);
  recordSolved('slope', new Date('2026-03-09T10:00:00Z'), store);
  expect(solvedOn('slope', today, store)).toBe('2026-03-01');
});

test('a storage that refuses everything changes nothing', () => {
  expect(() => recordSolved('slope', new Date(0), blocked)).not.toThrow();
  expect(solvedOn('slope', today, blocked)).toBeNull();
});

test.each(['{"evil":1}', '2026-99-99', '2026-02-30', '', '1970-01-01', '2999-01-01', '2026-11-31'])(
  'what is no day since the course began is not shown: %s',
  (garbage) => {
    const store = memory();
    store.setItem('exercise:slope', garbage);
    expect(solvedOn('slope', today, store)).toBeNull();
    recordSolved('slope', today, store);
    expect(solvedOn('slope', today, store)).toBe('2026-11-30');
  },
);

test.each([0, NaN, Date.parse('1999-12-31')])(
  'a clock that stands at %d records nothing',
  (time) => {
    const store = memory();
    recordSolved('slope', new Date(time), store);
    expect(store.getItem('exercise:slope')).toBeNull();
  },
);
