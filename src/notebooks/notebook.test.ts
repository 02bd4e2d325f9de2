import { expect, test } from 'vitest';
import { jsx } from '../exercises/elements/jsx-runtime.ts';
import { block, type Writer } from './markdown.ts';
import { notebook, script, type Part } from './notebook.ts';

const writer: Writer = {
  address: (href) => (href.startsWith('/') ? `https://example.org${href}` : undefined),
  special: ({ type }) => (type === 'Widget' ? 'A figure' : undefined),
};
const write = (type: string, children: unknown, props: object = {}): string =>
  block(jsx(type, { ...props, children }), writer);
const math = (tex: string, kind = 'inline') =>
  jsx('code', { className: `language-math math-${kind}`, children: tex });

test('prose becomes Markdown, formulas stay TeX without the colours of the course', () => {
  const paragraph = ['Take ', math('\\x{x}^2 \\geq \\f{f}'), ', 2 * 3 and ', 5, '.'];
  expect(write('p', paragraph)).toBe('Take ${x}^2 \\geq {f}$, 2 \\* 3 and 5.');
  expect(write('pre', math('a = \\lr{\\eta}', 'display'))).toBe('$$\na = {\\eta}\n$$');
  expect(write('h2', 'Slope')).toBe('## Slope');
});

test('a link leads to the course, or is its words where there is no address', () => {
  const to = (href: string) => write('p', jsx('a', { href, children: 'there' }));
  expect(to('/chain-rule/')).toBe('[there](https://example.org/chain-rule/)');
  expect(to('#here')).toBe('there');
});

test('lists and tables keep their form, a prediction is set off, an answer form is left out', () => {
  const items = ['\n', jsx('li', { children: 'one' }), '\n', jsx('li', { children: 'two' })];
  expect(write('ol', items)).toBe('1. one\n2. two');
  const row = (type: string, cells: string[]) =>
    jsx('tr', { children: cells.map((children) => jsx(type, { children })) });
  const rows = [row('th', ['a', 'b']), row('td', ['1', '2|3'])];
  expect(write('table', rows)).toBe('| a | b |\n| --- | --- |\n| 1 | 2\\|3 |');
  expect(write('Predict', [jsx('p', { children: 'Which?' }), jsx('Answer', {})])).toBe(
    '> **Predict first.** Which?',
  );
  expect(write('Widget', [])).toBe('A figure');
});

const parts: Part[] = [
  { kind: 'text', markdown: '# One\n\nTwo' },
  { kind: 'code', name: '01-slope', title: 'A slope', code: 'x = 1\nprint(x)', output: '1' },
];

test('a notebook keeps code and output apart, and is the same each time', () => {
  const file = JSON.parse(notebook(parts)) as Record<string, unknown>;
  expect(file).toMatchObject({
    nbformat: 4,
    nbformat_minor: 5,
    cells: [
      { cell_type: 'markdown', id: 'text-0', source: ['# One\n', '\n', 'Two'] },
      {
        cell_type: 'code',
        id: 'cell-01-slope',
        source: ['x = 1\n', 'print(x)'],
        execution_count: 1,
        outputs: [{ output_type: 'stream', name: 'stdout', text: ['1\n'] }],
      },
    ],
  });
  expect(notebook(parts)).toBe(notebook(parts));
});

test('the programs of a chapter are one file, each under its title', () => {
  expect(script(['1. Slopes'], parts)).toBe('# 1. Slopes\n\n# %% A slope\nx = 1\nprint(x)\n');
});
