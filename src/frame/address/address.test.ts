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
  expect(arrive('?slope.x=2', slope)).toEqual({
    params: { f: 'x', x: 2 },
    step: null,
    problems: [],
  });
});

test('a formula that cannot be read is ignored and said, the other settings are kept', () => {
  expect(arrive('?slope.f=x%5E%5E2&slope.x=2', slope)).toEqual({
    params: { f: 'x', x: 2 },
    step: null,
    problems: ['Function: the formula in the address cannot be used. Two powers in a row.'],
  });
});

test('settings that cannot be computed give way to the defaults', () => {
  const { params, problems } = arrive('?slope.x=3', slope);
  expect(params).toEqual({ f: 'x', x: 1 });
  expect(problems).toHaveLength(1);
});

const descent = { ...slope, run: () => ({ path: ['a', 'b', 'c'] }) };

test('the place of a player is read where a path has one', () => {
  expect(arrive('?slope.step=2', descent)).toMatchObject({ step: 2, problems: [] });
  expect(arrive('?slope.x=2', descent).step).toBeNull();
  expect(arrive('?slope.step=2', slope)).toMatchObject({
    step: null,
    problems: ['This figure has no setting “step”; it was ignored.'],
  });
});

test('a place beyond the end of the path becomes the end, and that is said', () => {
  expect(arrive('?slope.step=9', descent)).toMatchObject({
    step: 3,
    problems: ['Step: “9” became 3, because the largest is 3.'],
  });
});
