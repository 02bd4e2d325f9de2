import { expect, test } from 'vitest';
import { mix } from './colour.ts';

test('half of white and black is grey, in every notation', () => {
  expect(mix('#ffffff', '#000000', 0.5)).toBe('rgb(128, 128, 128)');
  expect(mix('#fff', 'rgb(0, 0, 0)', 0.5)).toBe('rgb(128, 128, 128)');
});

test('a colour that is neither is named', () => {
  expect(() => mix('white', '#000', 0.5)).toThrow('got white');
});
