import { expect, test } from 'vitest';
import { gradeVector } from './grade-vector.ts';
import { ascent, ascentAndWrongLength, swapped, wrongLength } from './misconceptions.ts';

// ∇(x²y + xy² + 2) at (3, −1) = (−5, 3); steepest decrease (5, −3)/√34.
const down = { labels: ['x', 'y'], answer: [5 / Math.sqrt(34), -3 / Math.sqrt(34)] };

test('fractions with roots and rounded decimals are both right', () => {
  expect(gradeVector(down, ['5/sqrt(34)', '-3/sqrt(34)']).kind).toBe('right');
  expect(gradeVector(down, ['0.8575', '-.5145']).kind).toBe('right');
});

test('walking up, a wrong length, both, and changed places are told apart', () => {
  expect(gradeVector(down, ['-5/sqrt(34)', '3/sqrt(34)']).words).toBe(ascent);
  expect(gradeVector(down, ['5', '-3']).words).toBe(wrongLength);
  expect(gradeVector(down, ['-5', '3']).words).toBe(ascentAndWrongLength);
  expect(gradeVector(down, ['-3/sqrt(34)', '5/sqrt(34)']).words).toBe(swapped);
});

test('one wrong component is named', () => {
  expect(gradeVector(down, ['5/sqrt(34)', '2']).words).toContain('look again at y');
});

test('an unreadable component is named, and an empty one counts as no answer', () => {
  expect(gradeVector(down, ['1', ''])).toMatchObject({ kind: 'unreadable' });
  expect(gradeVector(down, ['1', '1//2']).words).toMatch(/^y: /);
});

test('the zero vector has no direction and is simply wrong', () => {
  expect(gradeVector(down, ['0', '0']).kind).toBe('wrong');
});
