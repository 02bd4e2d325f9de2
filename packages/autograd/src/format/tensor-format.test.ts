import { afterEach, expect, test } from 'vitest';
import { getPrintOptions, setPrintOptions } from './print-options.ts';
import { formatTensor, tupleText } from './tensor-format.ts';

const vector = (...data: number[]) => ({ shape: [data.length], dtype: 'float32' as const, data });

afterEach(() => {
  setPrintOptions({ profile: 'default' });
});

test('columns line up, and whole numbers end in a point', () => {
  expect(formatTensor(vector(1, -2, 30))).toBe('tensor([ 1., -2., 30.])');
});

test('a spread above 1000 switches to scientific notation', () => {
  expect(formatTensor(vector(1.5, 2000))).toBe('tensor([1.5000e+00, 2.0000e+03])');
});

test('an empty tensor says its size unless it is a vector, and its dtype unless default', () => {
  expect(formatTensor(vector())).toBe('tensor([])');
  expect(formatTensor({ shape: [0, 3], dtype: 'int64', data: [] })).toBe(
    'tensor([], size=(0, 3), dtype=torch.int64)',
  );
});

test('a suffix that would pass the last column starts a new line', () => {
  const tensor = { shape: [2, 2, 4], dtype: 'float64' as const, data: Array<number>(16).fill(0.5) };
  expect(formatTensor({ ...tensor, gradFn: 'NativeLayerNormBackward0' })).toContain(
    '0.5000]]], dtype=torch.float64,\n       grad_fn=<NativeLayerNormBackward0>)',
  );
});

test('options hold until they are given again; only sciMode goes back to null by itself', () => {
  setPrintOptions({ precision: 2, sciMode: true });
  expect(formatTensor(vector(0.125, 3))).toBe('tensor([1.25e-01, 3.00e+00])');
  setPrintOptions({ threshold: 4, edgeitems: 1 });
  expect(getPrintOptions()).toMatchObject({ precision: 2, threshold: 4, edgeitems: 1 });
  expect(getPrintOptions().sciMode).toBeNull();
  expect(formatTensor(vector(1, 2, 3, 4, 5))).toBe('tensor([1.,  ..., 5.])');
});

test('a profile replaces all options but those given with it', () => {
  setPrintOptions({ linewidth: 20, precision: 7 });
  setPrintOptions({ profile: 'short', edgeitems: 5 });
  expect(getPrintOptions()).toMatchObject({ precision: 2, edgeitems: 5, linewidth: 80 });
  setPrintOptions({ profile: 'full' });
  expect(getPrintOptions()).toMatchObject({ precision: 4, threshold: Infinity });
});

test('tuples are written as in Python', () => {
  expect([tupleText([]), tupleText([3]), tupleText([2, 3])]).toEqual(['()', '(3,)', '(2, 3)']);
});
