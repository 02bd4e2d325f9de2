import { expect, test } from 'vitest';
import { period } from './player-pace.ts';

test('a short path takes its time and a long one does not outstay its welcome', () => {
  expect(period(10, 1, false)).toBe(600);
  expect(period(100, 1, false) * 100).toBe(9000);
});

test('speed divides the time of a step, down to what an eye can follow', () => {
  expect(period(10, 2, false)).toBe(300);
  expect(period(100, 4, false)).toBe(60);
});

test('where motion is unwelcome a step stays for a second', () => {
  expect(period(100, 4, true)).toBe(1000);
});
