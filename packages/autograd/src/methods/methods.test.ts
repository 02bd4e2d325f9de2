import { expect, test } from 'vitest';
import { bundle } from '../../bench/bundle.ts';
import { ListMethods } from './list.ts';
import { ReductionMethods } from './reduction.ts';
import { ShapeMethods } from './shape.ts';

/** Arrays and kernels have these as well. */
const ambiguous = ['at', 'sort', 'sum'];

test('what the scalar door carries calls no method that only the main door attaches', async () => {
  const code = await bundle(`export * from '@calculus/autograd/scalar'`);
  const called = new Set(Array.from(code.matchAll(/(?<!Math)\.(\w+)\b/g), ([, name]) => name));
  const lacking = [ListMethods, ReductionMethods, ShapeMethods]
    .flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype))
    .filter((name) => name !== 'constructor' && !ambiguous.includes(name));
  expect(lacking).toContain('matmul');
  expect(called).toContain('mul');
  expect(lacking.filter((name) => called.has(name))).toEqual([]);
});
