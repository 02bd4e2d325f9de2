import { expect, test } from 'vitest';
import { readNumber } from './number-text.ts';

test.each([
  ['0.5', 0.5],
  [' .5 ', 0.5],
  ['5.', 5],
  ['-3', -3],
  ['−3', -3],
  ['+2', 2],
  ['1e-3', 0.001],
  ['0,5', 0.5],
  ['-12,25', -12.25],
  ['1/3', 1 / 3],
  ['-1 / 4', -0.25],
])('%j is read as %d', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each(['', ' ', 'abc', 'NaN', 'Infinity', '1e999', '0x10', '1_000', '[1]', '1 2', '--1', 'e5'])(
  '%j is no number',
  (text) => {
    expect(readNumber(text)).toBeNull();
  },
);

test('a comma that could mean thousands is not guessed at', () => {
  expect(readNumber('1,000')).toBeNull();
});

test('a division by zero is no number', () => {
  expect(readNumber('1/0')).toBeNull();
  expect(readNumber('1/2/3')).toBeNull();
});

test('a number of 200 characters is read, a longer one refused unread', () => {
  expect(readNumber(`0.${'3'.repeat(198)}`)).toBe(1 / 3);
  expect(readNumber('1'.repeat(201))).toBeNull();
  expect(readNumber(`${'1'.repeat(40_000)}x`)).toBeNull();
});
