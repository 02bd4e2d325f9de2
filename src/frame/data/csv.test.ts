import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('numbers keep every digit and missing ones are empty', () => {
  const table = {
    caption: 'Loss',
    columns: ['Step', 'Loss'],
    rows: [[0, 1 / 3] as const, [1, null] as const],
  };
  expect(toCsv(table)).toBe('Step,Loss\r\n0,0.3333333333333333\r\n1,\r\n');
});

test('commas, quotes and line breaks inside a cell are quoted', () => {
  const table = { caption: '', columns: ['f(x, y)'], rows: [['say "h"'], ['a\nb']] };
  expect(toCsv(table)).toBe('"f(x, y)"\r\n"say ""h"""\r\n"a\nb"\r\n');
});
