import { expect, test } from 'vitest';
import { attempt, toFailure, typedFormula } from './attempt.ts';

const roots = {
  run: ({ x }: { x: number }) => {
    if (x < 0) throw new Error('roots: x must not be negative, got -1');
    return { root: Math.sqrt(x) };
  },
};

test('a run that succeeds carries its parameters', () => {
  expect(attempt(roots, { x: 4 })).toEqual({
    ok: true,
    shown: { params: { x: 4 }, result: { root: 2 } },
  });
});

test('an error becomes a failure in the words of the error', () => {
  expect(attempt(roots, { x: -1 })).toEqual({
    ok: false,
    failure: { message: 'roots: x must not be negative, got -1', position: null },
  });
});

test('the position of an unreadable formula is kept', () => {
  const error = Object.assign(new Error('Two powers in a row'), { position: 2 });
  expect(toFailure(error)).toEqual({ message: 'Two powers in a row', position: 2 });
});

test('what is thrown without being an error is still said', () => {
  expect(toFailure('out of paper')).toEqual({ message: 'out of paper', position: null });
});

test('a formula that is not on the list is the typed one', () => {
  const controls = {
    x: { label: 'x', min: 0, max: 1 },
    f: { label: 'Function', options: [{ value: 'x^2', label: 'x²' }], own: ['x'] },
  };
  expect(typedFormula(controls, { x: 0, f: 'x^3' })).toBe('f');
  expect(typedFormula(controls, { x: 0, f: 'x^2' })).toBeUndefined();
});
