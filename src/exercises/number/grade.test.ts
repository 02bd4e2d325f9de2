import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grade } from './grade.ts';
import { factorTwoForgotten, factorTwoTooMany, signLost } from '../misconceptions.ts';

const third = { answer: -1 / 3 };

test.each(['-1/3', '−1/3', '-0.3333', ' -2/6 ', '-(1/3)', '-3^-1', '-sqrt(1)/3', '-.3333'])(
  '%s is a right spelling of minus one third',
  (text) => {
    expect(grade(third, text).kind).toBe('right');
  },
);

test('the sign lost and the factor two are recognised', () => {
  expect(grade(third, '1/3').words).toBe(signLost);
  expect(grade(third, '-1/6').words).toBe(factorTwoForgotten);
  expect(grade(third, '-2/3').words).toBe(factorTwoTooMany);
});

test("a question's own slip speaks before the general ones", () => {
  const question = { answer: 7, slips: [{ value: -7, words: 'You walked uphill.' }] };
  expect(grade(question, '-7').words).toBe('You walked uphill.');
});

test('a rounding that went too far is called close, not wrong in kind', () => {
  expect(grade(third, '-0.33').words).toContain('digits');
});

test('a question about a size accepts its whole range', () => {
  const size = { answer: 1.5e-8, between: [1e-9, 1e-7] as [number, number] };
  expect(grade(size, '1e-8').kind).toBe('right');
  expect(grade(size, '10^-8').kind).toBe('right');
  expect(grade(size, '1e-5').kind).toBe('wrong');
});

test.each(['', '   ', 'x', '1/0', '2 +', 'constructor', '1e999', 'sqrt(-1)', '('.repeat(300)])(
  '%j is answered with what to do, and counts as no answer',
  (text) => {
    const verdict = grade(third, text);
    expect(verdict.kind).toBe('unreadable');
    expect(verdict.words.length).toBeGreaterThan(10);
  },
);

test('no string breaks the grader', () => {
  const typed = fc.oneof(fc.string(), fc.stringMatching(/^[-+*/^().0-9exp√sqrt ]{0,30}$/));
  fc.assert(
    fc.property(typed, (text) => grade(third, text).words.length > 0),
    { numRuns: 2000 },
  );
});
