import { expect, test } from 'vitest';
import { membersOf, setText } from './members.ts';

const control = {
  label: 'Fruit',
  several: [
    { value: 'apple', label: 'Apple' },
    { value: 'pear', label: 'Pear' },
    { value: 'plum', label: 'Plum' },
  ],
};

test('the text of a set is read value by value, and an empty text has none', () => {
  expect(membersOf('apple,plum')).toEqual(['apple', 'plum']);
  expect(membersOf('')).toEqual([]);
});

test('a set is written in the order of its list, each value once, strangers left out', () => {
  expect(setText(control, ['plum', 'fig', 'apple', 'plum'])).toBe('apple,plum');
  expect(setText(control, [])).toBe('');
});
