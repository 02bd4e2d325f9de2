import { expect, test } from 'vitest';
import { arrive } from './address.ts';

const slope = {
  id: 'slope',
  title: 'Slope',
  defaults: { f: 'x', x: 1 },
  controls: {
    f: { label: 'Function', options: [{ value: 'x', label: 'x' }], own: ['x'] },
    x: { label: 'Point x', min: -5, max: 5 },
  },
  run: ({ f, x }: { f: string; x: number }) => {
    if (f.includes('^^')) throw Object.assign(new Error('Two powers in a row.'), { position: 2 });
    if (x === 3) throw new Error('slope: no slope at 3');
    return {};
  },
  describe: () => '',
  tables: () => [],
  program: () => '',
};

test('an address sets what it names and leaves the rest', () => {
  expect(arrive('?slope.x=2', slope)).toEqual({ params: { f: 'x', x: 2 }, problems: [] });
});

test('a formula that cannot be read is ignored and said, the other settings are kept', () => {
  expect(arrive('?slope.f=x%5E%5E2&slope.x=2', slope)).toEqual({
    params: { f: 'x', x: 2 },
    problems: ['Function: the formula in the address cannot be used. Two powers in a row.'],
  });
});

test('settings that cannot be computed give way to the defaults', () => {
  const { params, problems } = arrive('?slope.x=3', slope);
  expect(params).toEqual({ f: 'x', x: 1 });
  expect(problems).toHaveLength(1);
});
