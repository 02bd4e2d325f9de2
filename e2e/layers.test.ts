/** Who may import whom: one way, from the page down to the numbers. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;

const allowed: Record<string, string[]> = {
  'packages/autograd': [],
  'src/expression': ['@calculus/autograd'],
  'src/experiments': ['@calculus/autograd', 'src/expression'],
  'src/figure': ['d3-contour', 'svelte', '@napi-rs/canvas', 'node:', 'astro'],
  'src/widgets': ['src/experiments', 'src/figure', 'svelte'],
  'src/exercises': ['@calculus/autograd', 'src/expression', 'svelte'],
  'src/markdown': ['katex', 'satteri'],
};

const imported =
  /(?:^\s*(?:import|export)\b[^'";]*?\bfrom\s*|^\s*import\s*|\bimport\(\s*)['"]([^'"]+)['"]/gm;

const files = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte|astro)$/.test(file) && !file.includes('.test.'))
    .map((file) => join(folder, file));

for (const [layer, targets] of Object.entries(allowed))
  test(`${layer} imports only itself${targets.length ? `, ${targets.join(', ')}` : ''}`, () => {
    const folder = layer === 'packages/autograd' ? `${layer}/src` : layer;
    const wrong: string[] = [];
    for (const file of files(folder))
      for (const [, source = ''] of readFileSync(join(root, file), 'utf8').matchAll(imported)) {
        const target = source.startsWith('.')
          ? relative(root, join(root, dirname(file), source))
          : source;
        const fine = [folder, ...targets].some((prefix) => target.startsWith(prefix));
        if (!fine) wrong.push(`${file} imports ${source}`);
      }
    expect(wrong).toEqual([]);
  });

test('autograd is entered by its doors only', () => {
  const wrong = ['src', 'content']
    .flatMap(files)
    .filter((file) =>
      /@calculus\/autograd\/(?!scalar')|packages\/autograd/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    );
  expect(wrong).toEqual([]);
});
