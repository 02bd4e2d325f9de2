import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { program } from './notebook-programs.ts';

const folder = new URL('../../content/notebook/', import.meta.url);
const files = Object.fromEntries(
  readdirSync(folder).map((name) => [`/${name}`, readFileSync(new URL(name, folder), 'utf8')]),
);
const names = (extension: string) =>
  Object.keys(files)
    .filter((path) => path.endsWith(extension))
    .map((path) => path.slice(1, -extension.length));

test('every program has the output of real PyTorch beside it, and every output its program', () => {
  expect(names('.py')).toEqual(names('.out'));
  expect(names('.py').length).toBeGreaterThan(0);
});

test('programs are named chapter-number-name, so that a listing is in reading order', () => {
  for (const name of names('.py')) expect(name).toMatch(/^\d\d-\d-[a-z-]+$/);
});

test('no line of a program or its output is wider than the column', () => {
  for (const [path, text] of Object.entries(files)) {
    for (const line of text.split('\n')) expect(line.length, `${path}: ${line}`).toBeLessThan(73);
  }
});

test('a program comes with its output', () => {
  const { code, output } = program('01-1-slope', files);
  expect(code).toContain('requires_grad=True');
  expect(output).toContain("f'(2.0) = 7.0");
});

test('a missing half is named', () => {
  expect(() => program('01-9-nothing', files)).toThrow('content/notebook/01-9-nothing.py');
});

test('every program is shown in a chapter, and every program shown exists', () => {
  const chapters = new URL('../../content/chapters/', import.meta.url);
  const shown = readdirSync(chapters).flatMap((name) =>
    [...readFileSync(new URL(name, chapters), 'utf8').matchAll(/<Notebook name="([^"]+)"/g)].map(
      ([, program]) => program,
    ),
  );
  expect(shown.toSorted()).toEqual(names('.py').toSorted());
});
