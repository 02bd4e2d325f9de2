import { expect, test } from 'vitest';
import { grouped, shown } from './shown.ts';

test('shown(value) writes every minus sign as prose does, also in exponents and lists', () => {
  expect(shown(-0.5)).toBe('−0.5');
  expect(shown(-1.5e-8)).toBe('−1.5e−8');
  expect(shown([1, -2, -3])).toBe('[1, −2, −3]');
});

test('shown(value, digits) rounds to so many significant digits', () => {
  expect(shown(-Math.PI)).toBe('−3.142');
  expect(shown(Math.PI, 2)).toBe('3.1');
});

test('grouped(whole) sets its thousands apart', () => {
  expect([grouped(999), grouped(90200)]).toEqual(['999', '90\u202f200']);
});
