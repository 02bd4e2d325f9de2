import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cell } from './cells.ts';

const chapters = new URL('../../../content/chapters/', import.meta.url);
const files = Object.fromEntries(
  readdirSync(chapters, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(py|out)$/.test(path))
    .map((path) => [`/${path}`, readFileSync(new URL(path, chapters), 'utf8')]),
);
const names = (extension: string) =>
  Object.keys(files)
    .filter((path) => path.endsWith(extension))
    .map((path) => path.slice(1, -extension.length))
    .toSorted();

test('every program has the output of real PyTorch beside it, and every output its program', () => {
  expect(names('.py')).toEqual(names('.out'));
  expect(names('.py').length).toBeGreaterThan(0);
});

test('programs are named number-name in their chapter, so that a listing is in reading order', () => {
  for (const name of names('.py')) expect(name).toMatch(/^\d\d-[a-z-]+\/cells\/\d\d-[a-z-]+$/);
});

test('no line of a program or its output is wider than the column', () => {
  for (const [path, text] of Object.entries(files)) {
    for (const line of text.split('\n')) expect(line.length, `${path}: ${line}`).toBeLessThan(73);
  }
});

test('a program comes with its output', () => {
  const { code, output } = cell('derivatives-and-gradients', '01-slope', files);
  expect(code).toContain('requires_grad=True');
  expect(output).toContain("f'(2.0) = 7.0");
});

test('a missing half is named', () => {
  expect(() => cell('chain-rule', '09-nothing', files)).toThrow('-chain-rule/cells/09-nothing.py');
});

test('every program is shown in its chapter, and every program shown exists', () => {
  const shown = readdirSync(chapters).flatMap((chapter) =>
    [
      ...readFileSync(new URL(`${chapter}/index.mdx`, chapters), 'utf8').matchAll(
        /<Cell\s+name="([^"]+)"/g,
      ),
    ].map(([, name]) => `${chapter}/cells/${String(name)}`),
  );
  expect(shown.toSorted()).toEqual(names('.py'));
});
