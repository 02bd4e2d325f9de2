import { expect, test } from 'vitest';
import type { Log } from './progress.ts';
import { dueOn } from './schedule.ts';

test('what was never answered is never due', () => {
  expect(dueOn([])).toBeUndefined();
});

// S₀(Good) = w₂ = 2.3065 days and S₀(Again) = w₀ = 0.212 of FSRS 6: at a retention of 0.9 the interval is the
// stability itself, rounded, and never less than a day.
test('a first right answer is asked again after its stability, a wrong one the next day', () => {
  expect(dueOn([{ day: '2026-03-01', outcome: 'right' }])).toBe('2026-03-04');
  expect(dueOn([{ day: '2026-03-01', outcome: 'wrong' }])).toBe('2026-03-02');
  expect(dueOn([{ day: '2026-03-01', outcome: 'mended' }])).toBe('2026-03-02');
});

test('each right answer on its day makes the next pause longer, and a wrong one shortens it', () => {
  const log: Log = [
    { day: '2026-03-01', outcome: 'right' },
    { day: '2026-03-04', outcome: 'right' },
  ];
  expect(dueOn(log)).toBe('2026-03-18');
  expect(dueOn([...log, { day: '2026-03-18', outcome: 'right' }])).toBe('2026-05-14');
  const afterFailure = dueOn([...log, { day: '2026-03-18', outcome: 'wrong' }]) ?? '';
  expect(afterFailure > '2026-03-18' && afterFailure < '2026-03-25').toBe(true);
});
