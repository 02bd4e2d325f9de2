import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { parse } from './parse.ts';
import { expressions } from './random-expressions.test.helper.ts';
import { type Expression, parts } from './tree.ts';

/** How often `use` reads x of the point that it is given. */
function readsOf(use: (point: { readonly x: number }) => unknown): number {
  let reads = 0;
  use({
    get x() {
      reads += 1;
      return 0.5;
    },
  });
  return reads;
}

function occurrences(expression: Expression): number {
  return [...parts(expression)].filter(({ kind }) => kind === 'variable').length;
}

test('a function within itself, as often as a formula has room for, reads its variable once', () => {
  const deep = parse('ln('.repeat(49) + 'x' + ')'.repeat(49));
  expect(readsOf((point) => compile(deep)(point))).toBe(1);
});

test('a formula reads a variable as often as it is written', () => {
  fc.assert(
    fc.property(expressions({ variables: ['x'] }), (expression) => {
      expect(readsOf((point) => compile(expression)(point))).toBe(occurrences(expression));
    }),
  );
});
