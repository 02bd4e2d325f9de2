import { expect, test } from 'vitest';
import { grade, takesSeveral } from './grade.ts';

const one = {
  options: [
    { text: 'up', reason: 'The gradient points up; descent goes against it.' },
    { text: 'down', right: true as const, reason: 'Against the gradient.' },
  ],
};
const two = {
  options: [...one.options, { text: 'level', right: true as const, reason: 'Along the contour.' }],
};

test('a wrong choice is answered with why that thought fails', () => {
  expect(grade(one, [0])).toEqual({ kind: 'wrong', words: one.options[0]?.reason });
});

test('a right choice is answered with its reason', () => {
  expect(grade(one, [1])).toEqual({ kind: 'right', words: 'Right. Against the gradient.' });
});

test('nothing chosen is not a wrong answer', () => {
  expect(grade(one, []).kind).toBe('unreadable');
});

test('with two right options both are asked for', () => {
  expect(takesSeveral(one)).toBe(false);
  expect(takesSeveral(two)).toBe(true);
  expect(grade(two, [1])).toEqual({
    kind: 'wrong',
    words: 'So far so good, but one more holds.',
  });
  expect(grade(two, [2, 1]).kind).toBe('right');
  expect(grade(two, [0, 1, 2]).kind).toBe('wrong');
});
