import { expect, test } from 'vitest';
import { formatNumber } from './number-format.ts';
import { floatRepr } from './python-float.ts';

// What CPython 3.11 prints.
test.each([
  [0.125, '.2f', '0.12'],
  [0.375, '.2f', '0.38'],
  [-0.0625, '.3f', '-0.062'],
  [0.15, '.1f', '0.1'],
  [9.5, '.0f', '10'],
  [8.5, '.0f', '8'],
  [-0, '.3f', '-0.000'],
  [1e21, '.1f', '1000000000000000000000.0'],
  [1234.5678, '10.2f', '   1234.57'],
  [1234.5678, '<10.1f', '1234.6    '],
  [1234.5678, '^+11.1f', '  +1234.6  '],
  [-3.14159, '08.3f', '-003.142'],
  [1234567.891, ',.2f', '1,234,567.89'],
  [6.5, '+012,.1f', '+0,000,006.5'],
  [1e-5, '.3e', '1.000e-05'],
  [2.5, '.0e', '2e+00'],
  [1e100, 'E', '1.000000E+100'],
  [0.0001, 'g', '0.0001'],
  [0.00001, 'g', '1e-05'],
  [1234567, 'g', '1.23457e+06'],
  [100, '.3g', '100'],
  [100, '#.4g', '100.0'],
  [0.256, '.1%', '25.6%'],
  [1234, '.4', '1.234e+03'],
  [3, '.4', '3.0'],
  [Infinity, '7.2f', '    inf'],
  [NaN, '.1f', 'nan'],
])('the float %d with format %j is written %j', (value, specification, text) => {
  expect(formatNumber(value, specification)).toBe(text);
});

test('an int takes d, grouping and the float types', () => {
  expect(formatNumber(1234567, ',', 'int')).toBe('1,234,567');
  expect(formatNumber(-42, '6d', 'int')).toBe('   -42');
  expect(formatNumber(3, '.2f', 'int')).toBe('3.00');
});

test('a specification that Python refuses is refused in its words', () => {
  expect(() => formatNumber(1.5, 'd')).toThrow(
    "Unknown format code 'd' for object of type 'float'",
  );
  expect(() => formatNumber(1.5, '.2q!')).toThrow('Invalid format specifier');
});

test.each([
  [3, '3.0'],
  [0.1, '0.1'],
  [-0, '-0.0'],
  [1e16, '1e+16'],
  [123456789012345680, '1.2345678901234568e+17'],
  [1e15, '1000000000000000.0'],
  [0.0001, '0.0001'],
  [0.00001, '1e-05'],
  [5e-324, '5e-324'],
  [-Infinity, '-inf'],
])('repr of the float %d is %s', (value, text) => {
  expect(floatRepr(value)).toBe(text);
});
