import { expect, test } from 'vitest';
import { splitExponent, tickLabels } from './tick-label.ts';

const plain = (values: number[], log = false) => tickLabels(values, log);

test('labels of one axis have as many decimals as its step needs', () => {
  expect(plain([-0.5, 0, 0.5, 1])).toEqual(['−0.5', '0', '0.5', '1.0']);
  expect(plain([0, 20, 40])).toEqual(['0', '20', '40']);
});

test('steps of a quarter leave whole numbers short', () => {
  expect(plain([0, 2.5, 5])).toEqual(['0', '2.5', '5']);
});

test('minus is a minus sign and thousands are grouped from ten thousand', () => {
  expect(plain([-20000, -1000, 0])).toEqual(['−20,000', '−1000', '0']);
});

test('a zero that rounding has left below 0 has no sign', () => {
  // -1 + 5 · 0.2 is not quite 0 in floating point.
  expect(plain([-0.2, -5e-17, 0.2])).toEqual(['−0.2', '0.0', '0.2']);
});

test('very large and very small numbers are powers of ten', () => {
  expect(tickLabels([0, 2e6], false)).toEqual(['0', '2·10⁶']);
  expect(tickLabels([1e-5, 1], true)).toEqual(['10⁻⁵', '1']);
});

test('an exponent is told from the number that it raises, in digits that every font has', () => {
  expect(splitExponent('−2·10⁻¹⁶')).toEqual({ text: '−2·10', exponent: '−16' });
  expect(splitExponent('0.25')).toEqual({ text: '0.25', exponent: '' });
});

test('a log axis of few decades is written out', () => {
  expect(plain([0.0001, 0.01, 1, 100], true)).toEqual(['0.0001', '0.01', '1', '100']);
});
