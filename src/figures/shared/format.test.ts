import { expect, test } from 'vitest';
import { format, formatSetting, formatShort, formatted } from './format.ts';

test('a number is shown with four significant digits', () => {
  expect(format(5.02345)).toBe('5.023');
  expect(format(-0.0123456)).toBe('-0.01235');
  expect(format(1234.567)).toBe('1235');
  expect(format(12345.67)).toBe('12346');
});

test('zeros at the end are kept only where digits of float32 were rounded away', () => {
  expect(format(0.5)).toBe('0.5');
  expect(format(0.4999999)).toBe('0.5000');
  expect(format(Math.fround(0.35))).toBe('0.35');
  expect(format(4.99999)).toBe('5.000');
  expect(format(Math.abs(1 - 2 * 1.05))).toBe('1.1');
});

test('whole numbers below a million are exact', () => {
  expect(format(14)).toBe('14');
  expect(format(123456)).toBe('123456');
  expect(format(-3)).toBe('-3');
});

test('very large and very small numbers take an exponent', () => {
  expect(format(1.23456e-5)).toBe('1.235e-5');
  expect(format(2e-7)).toBe('2e-7');
  expect(format(3.4e38)).toBe('3.4e38');
  expect(format(1e6)).toBe('1e6');
});

test('a number can be read back from what is shown', () => {
  for (const value of [1 / 3, -1e-9, 123456.7, 6.02e23, 0.00012345, -99999.5]) {
    expect(Math.abs(Number(format(value)) / value - 1)).toBeLessThan(5.1e-4);
  }
});

test('zero has no sign', () => {
  expect(format(-0)).toBe('0');
  expect(format(0)).toBe('0');
});

test('what is not a finite number is said in words', () => {
  expect(format(NaN)).toBe('not a number');
  expect(format(Infinity)).toBe('infinity');
  expect(format(-Infinity)).toBe('minus infinity');
  expect(format(null)).toBe('not defined');
});

test('lists keep their brackets', () => {
  expect(format([2, 1 / 3])).toBe('[2, 0.3333]');
  expect(
    format([
      [1, 0],
      [0, 1],
    ]),
  ).toBe('[[1, 0], [0, 1]]');
});

test('words are left alone', () => {
  expect(format('converges')).toBe('converges');
});

test('a sentence has true minus signs, a zero without any, and leaves words alone', () => {
  expect(formatted(-3.5)).toBe('−3.5');
  expect(formatted(-2e-8)).toBe('−2e−8');
  expect(formatted(-0)).toBe('0');
  expect(formatted([-1, 0])).toBe('[−1, 0]');
  expect(formatted('well-known')).toBe('well-known');
});

test('a setting shows what was set and not the noise of its binary form', () => {
  expect(formatSetting(0.1 + 0.2)).toBe('0.3');
  expect(formatSetting(0.82)).toBe('0.82');
  expect(formatSetting(0.12345)).toBe('0.12345');
});

test('a number that many digits made is short beside its slider, one that was set stays', () => {
  const short = [1.2644586563110352, -0.6874263882637024, 0.055, -3.25, 199].map(formatShort);
  expect(short).toEqual(['1.26', '-0.687', '0.055', '-3.25', '199']);
});
