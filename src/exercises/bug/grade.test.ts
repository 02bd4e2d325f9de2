import { expect, test } from 'vitest';
import { grade } from './grade.ts';

const question = {
  lines: [
    { code: 'for x in data:', reason: 'The loop visits every point, as it should.' },
    { code: '' },
    { code: '    loss.backward()', bug: true as const, reason: 'The old gradient is still there.' },
  ],
};

test('the faulty line is right, with why it is the fault', () => {
  expect(grade(question, 2)).toEqual({
    kind: 'right',
    words: 'Right. The old gradient is still there.',
  });
});

test('an innocent line is answered with why it is as it should be', () => {
  expect(grade(question, 0)).toEqual({
    kind: 'wrong',
    words: 'The loop visits every point, as it should.',
  });
});

test('no line, or one that is not to be chosen, is not a wrong answer', () => {
  expect(grade(question, null).kind).toBe('unreadable');
  expect(grade(question, 1).kind).toBe('unreadable');
});
