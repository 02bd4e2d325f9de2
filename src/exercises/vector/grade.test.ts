import { expect, test } from 'vitest';
import { grade } from './grade.ts';
import {
  ascent,
  opposite,
  oppositeAndWrongLength,
  swapped,
  wrongLength,
} from '../misconceptions.ts';

// ∇(x²y + xy² + 2) at (3, −1) = (−5, 3); steepest decrease (5, −3)/√34.
const down = {
  labels: ['x', 'y'],
  answer: [5 / Math.sqrt(34), -3 / Math.sqrt(34)],
  downhill: true as const,
};

test('fractions with roots and rounded decimals are both right', () => {
  expect(grade(down, ['5/sqrt(34)', '-3/sqrt(34)']).kind).toBe('right');
  expect(grade(down, ['0.8575', '-.5145']).kind).toBe('right');
});

test('walking up, a wrong length, both, and changed places are told apart', () => {
  expect(grade(down, ['-5/sqrt(34)', '3/sqrt(34)']).words).toBe(ascent);
  expect(grade(down, ['5', '-3']).words).toBe(wrongLength);
  expect(grade(down, ['-5', '3']).words).toBe(oppositeAndWrongLength);
  expect(grade(down, ['-3/sqrt(34)', '5/sqrt(34)']).words).toBe(swapped);
});

test('only where the answer leads downhill does its opposite increase the function', () => {
  const gradient = { labels: ['x', 'y'], answer: [-5, 3] };
  expect(grade(gradient, ['5', '-3']).words).toBe(opposite);
});

test('an answer with too few digits hears how many to give', () => {
  // 0.8575 and −0.5145, within 0.001
  expect(grade(down, ['0.86', '-0.51']).words).toBe(
    'Close. Give 3 digits after the point, or type the expression itself.',
  );
});

test('one wrong component is named', () => {
  expect(grade(down, ['5/sqrt(34)', '2']).words).toContain('look again at y');
});

test('an unreadable component is named, and an empty one counts as no answer', () => {
  expect(grade(down, ['1', ''])).toMatchObject({ kind: 'unreadable' });
  expect(grade(down, ['1', '1//2']).words).toMatch(/^y: /);
});

test('the zero vector has no direction and is simply wrong', () => {
  expect(grade(down, ['0', '0']).kind).toBe('wrong');
});
