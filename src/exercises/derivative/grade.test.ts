import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grade } from './grade.ts';
import * as slip from '../misconceptions.ts';

const square = { formula: 'x^2 + 3x + 1' };

test.each(['2x+3', '3 + 2*x', '2(x+1.5)', 'x+x+3', '(4x^2-9)/(2x-3)', '2x + sqrt(9)'])(
  '%s is the derivative of x² + 3x + 1, however it is written',
  (text) => {
    expect(grade(square, text).kind).toBe('right');
  },
);

test('each known slip has its own words', () => {
  const words = (text: string) => grade(square, text).words;
  expect(words('-2x-3')).toBe(slip.slopeSignLost);
  expect(words('x+1.5')).toBe(slip.slopeFactorTwoForgotten);
  expect(words('4x+6')).toBe(slip.factorTwoTooMany);
  expect(words('x^2+3x+1')).toBe(slip.notDifferentiated);
  expect(words('x^3/3 + 3x^2/2 + x')).toBe(slip.integrated);
  expect(words('2x+4')).toBe(slip.constantKept);
  expect(words('3(2x+3)')).toBe(slip.constantFactor);
});

test("a question's own slip is recognised in any spelling", () => {
  const question = { ...square, slips: [{ formula: 'x + 3', words: 'The exponent comes down.' }] };
  expect(grade(question, '3 + x').words).toBe('The exponent comes down.');
});

test('any other wrong answer is shown a point where it fails', () => {
  expect(grade(square, 'x^2').words).toMatch(
    /^Not yet: at x = \S+ your formula gives \S+, but the slope is \S+\.$/,
  );
});

test('points outside the domain of the derivative do not count', () => {
  // d/dx (x ln x) = ln x + 1 for x > 0; left of 0 neither exists.
  expect(grade({ formula: 'x*ln(x)' }, 'ln(x)+1').kind).toBe('right');
  expect(grade({ formula: '1/x' }, '-1/x^2').kind).toBe('right');
});

test('an answer without a value where the slope has one is wrong, and says where', () => {
  expect(grade({ formula: 'x^2' }, '2*sqrt(x)^2').words).toContain('has no value');
});

test('partial derivatives are compared in all variables', () => {
  const question = { formula: 'x^2*y + x*y^2 + 2', by: 'y', variables: ['x', 'y'] };
  expect(grade(question, 'x(x+2y)').kind).toBe('right');
  expect(grade(question, '2xy + y^2').kind).toBe('wrong');
});

test('an unreadable answer is told why, and an unknown name is named', () => {
  expect(grade(square, '2x+').kind).toBe('unreadable');
  expect(grade(square, '2y+3').words).toContain('y');
  expect(grade(square, '').kind).toBe('unreadable');
});

test('a question that has a slope nowhere is an error of its author', () => {
  expect(() => grade({ formula: 'sqrt(-1-x^2)' }, 'x')).toThrow('finite value');
});

test('no string breaks the grader', () => {
  const typed = fc.oneof(fc.string(), fc.stringMatching(/^[-+*/^().0-9x sincoelg]{0,30}$/));
  fc.assert(
    fc.property(typed, (text) => grade(square, text).words.length > 0),
    { numRuns: 500 },
  );
});
