import { expect, test } from 'vitest';
import { percentOn, shareOn, ticksOn } from './number-lines.ts';

const line = { min: -3.5, max: 3.5 };

test('a value stands at its share of the line', () => {
  expect(shareOn(line, 0)).toBe(0.5);
  expect(percentOn(line, 1.75)).toBe('75%');
});

test('ticks are few, round and inside the line', () => {
  expect(ticksOn(line)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
  expect(ticksOn({ min: 0, max: 400 })).toEqual([0, 100, 200, 300, 400]);
});
