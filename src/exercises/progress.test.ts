import { expect, test } from 'vitest';
import {
  allLogs,
  forgetAll,
  isKept,
  logOf,
  recordAnswer,
  solvedOn,
  type Store,
  writeLog,
} from './progress.ts';

const today = new Date('2026-11-30T12:00:00Z');

function memory(entries: Readonly<Record<string, string>> = {}): Store {
  const kept = new Map(Object.entries(entries));
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

const deny = (): never => {
  throw new DOMException('denied', 'SecurityError');
};
const blocked: Store = {
  getItem: deny,
  setItem: deny,
  removeItem: deny,
  key: deny,
  get length() {
    return deny();
  },
};

const onDay = (day: string): Date => new Date(`${day}T10:00:00Z`);

test('an exercise never answered has an empty log', () => {
  expect(logOf('slope', today, memory())).toEqual([]);
  expect(solvedOn([])).toBeUndefined();
});

test('of a day the first answer is kept, and whether a wrong one was mended', () => {
  const store = memory();
  for (const [day, right] of [
    ['2026-03-01', false],
    ['2026-03-04', false],
    ['2026-03-04', true],
    ['2026-03-09', true],
    ['2026-03-09', false],
  ] as const)
    recordAnswer('slope', right, onDay(day), store);
  const log = logOf('slope', today, store);
  expect(log).toEqual([
    { day: '2026-03-01', outcome: 'wrong' },
    { day: '2026-03-04', outcome: 'mended' },
    { day: '2026-03-09', outcome: 'right' },
  ]);
  expect(solvedOn(log)).toBe('2026-03-04');
});

test('a day alone, as the course once kept it, is one with a right answer', () => {
  const store = memory({ 'exercise:slope': '2026-03-01' });
  expect(logOf('slope', today, store)).toEqual([{ day: '2026-03-01', outcome: 'right' }]);
});

test('all logs are found among what else is stored, and forgotten without touching it', () => {
  const store = memory({ theme: 'dark', 'exercise:a': '2026-03-01', 'exercise:b': 'nothing' });
  recordAnswer('c', true, today, store);
  expect([...allLogs(today, store).keys()]).toEqual(['a', 'c']);
  forgetAll(store);
  expect(allLogs(today, store).size).toBe(0);
  expect(store.getItem('theme')).toBe('dark');
});

test('a storage that refuses everything changes nothing, and says so', () => {
  expect(recordAnswer('slope', true, today, blocked)).toBe(false);
  expect(writeLog('slope', [], blocked)).toBe(false);
  expect(logOf('slope', today, blocked)).toEqual([]);
  expect(allLogs(today, blocked).size).toBe(0);
  expect(() => {
    forgetAll(blocked);
  }).not.toThrow();
  expect([isKept(blocked), isKept(memory())]).toEqual([false, true]);
});

test('a full storage loses the new answer, keeps the old ones, and says so', () => {
  const full: Store = {
    ...memory({ 'exercise:slope': '2026-11-29 right' }),
    length: 1,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  expect(recordAnswer('chain', true, today, full)).toBe(false);
  expect(isKept(full)).toBe(true);
  expect([...allLogs(today, full).keys()]).toEqual(['slope']);
});

test.each(['{"evil":1}', '2026-99-99', '2026-02-30', '', '1970-01-01', '2999-01-01', '2026-11-31'])(
  'what is no day since the course began is left out: %s',
  (garbage) => {
    const store = memory({ 'exercise:slope': `${garbage}, 2026-03-01 right, 2026-03-02 perfect` });
    expect(logOf('slope', today, store)).toEqual([{ day: '2026-03-01', outcome: 'right' }]);
  },
);

test.each([0, NaN, Date.parse('1999-12-31')])(
  'a clock that stands at %d records nothing',
  (time) => {
    const store = memory();
    recordAnswer('slope', true, new Date(time), store);
    expect(store.length).toBe(0);
  },
);
