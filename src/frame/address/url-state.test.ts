import { expect, test } from 'vitest';
import { parseState, serialiseState } from './url-state.ts';

const controls = {
  rate: { label: 'Learning rate', min: 0.01, max: 1.1, step: 0.01 },
  steps: { label: 'Steps', min: 1, max: 100, step: 1 },
  dtype: {
    label: 'Precision',
    options: [
      { value: 'float32', label: 'float32' },
      { value: 'float64', label: 'float64' },
    ],
  },
  f: { label: 'Function', options: [{ value: 'x^2+3x+1', label: 'x² + 3x + 1' }], own: ['x', 'y'] },
};
const points = {
  points: {
    label: 'Points',
    problem: (text: string) => (text.includes('_') ? undefined : 'has no point'),
    examples: ['1_2'],
  },
};
const defaults = { rate: 0.1, steps: 10, dtype: 'float64', f: 'x^2+3x+1' };

const parse = (search: string) => parseState(search, 'demo', controls);

test('settings of the figure are read, those of others are not its business', () => {
  expect(parse('?demo.rate=0.3&other.rate=9&lang=en&demo.dtype=float32')).toEqual({
    settings: { rate: 0.3, dtype: 'float32' },
    problems: [],
  });
});

test.each(['NaN', '1e999', '', '0x10', '[1,2]', 'null', 'Infinity', '%', '%E0%A4%A'])(
  'a rate of %j is ignored and said',
  (text) => {
    const { settings, problems } = parse(`?demo.rate=${text}`);
    expect(settings).toEqual({});
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('Learning rate');
  },
);

test('a number out of range is clamped and said', () => {
  expect(parse('?demo.rate=7')).toEqual({
    settings: { rate: 1.1 },
    problems: ['Learning rate: “7” became 1.1, because the largest is 1.1.'],
  });
});

test('a count that is not whole is rounded and said', () => {
  expect(parse('?demo.steps=2.6').settings).toEqual({ steps: 3 });
  expect(parse('?demo.steps=2.6').problems).toHaveLength(1);
});

test('an unknown choice is ignored and said', () => {
  expect(parse('?demo.dtype=float16').problems).toEqual([
    'Precision: “float16” is not one of the choices and was ignored.',
  ]);
});

test('a text is read where its figure can use it, and said where it cannot', () => {
  expect(parseState('?demo.points=0_1', 'demo', points)).toEqual({
    settings: { points: '0_1' },
    problems: [],
  });
  expect(parseState('?demo.points=x', 'demo', points)).toEqual({
    settings: {},
    problems: ['Points: “x” has no point and was ignored.'],
  });
});

test('an unknown key is said, inherited names included', () => {
  expect(parse('?demo.colour=red').problems).toEqual([
    'This figure has no setting “colour”; it was ignored.',
  ]);
  expect(parse('?demo.colour=red&demo.constructor=1&demo.__proto__=2').problems).toEqual([
    'This figure has no settings “colour”, “constructor”, and “__proto__”; they were ignored.',
  ]);
});

test('of ten thousand unknown settings three are named and the rest counted', () => {
  const search = Array.from({ length: 10_000 }, (_, index) => `demo.key${index}=1`).join('&');
  expect(parse(`?${search}`).problems).toEqual([
    'This figure has no settings “key0”, “key1”, “key2”, and 9997 more; they were ignored.',
  ]);
});

test('of a setting said many times the last one counts, and only it is complained about', () => {
  const often = '?' + 'demo.rate=NaN&'.repeat(10_000);
  expect(parse(often).problems).toHaveLength(1);
  expect(parse(`${often}demo.rate=0.3`)).toEqual({ settings: { rate: 0.3 }, problems: [] });
});

test('a quotation is not cut through a character', () => {
  const text = `${'1'.repeat(39)}𝑥𝑥`;
  expect(parse(`?demo.rate=${encodeURIComponent(text)}`).problems[0]).toContain(
    `“${'1'.repeat(39)}…”`,
  );
});

test('a long value is not repeated in full', () => {
  expect(parse(`?demo.rate=${'('.repeat(300)}`).problems[0]?.length).toBeLessThan(120);
});

test.each([
  ['x^2+3x+1', 'x^2+3x+1'],
  ['sin(x)+1', 'sin(x)+1'],
  ['x%5E2%20y', 'x^2 y'],
  ['x%5E2+y+%2B+1', 'x^2 y + 1'],
  ['x%5E2%20%2B%201', 'x^2 + 1'],
  ['x^2+y+%2B+sin(x*y)/2', 'x^2 y + sin(x*y)/2'],
])('a formula in an address, %j, is read as %j', (text, formula) => {
  expect(parse(`?demo.f=${text}`).settings).toEqual({ f: formula });
});

test('a formula comes back from the address that holds it', () => {
  for (const f of ['x^2 y + sin(x*y)/2', 'a+b', 'x + y', '100%', 'x&y=2#z', '(x)']) {
    expect(parse(serialiseState('', 'demo', { ...defaults, f }, defaults)).settings).toEqual({ f });
  }
});

test('only what differs from the defaults is written, and other figures keep their keys', () => {
  const settings = { ...defaults, rate: 0.3 };
  expect(serialiseState('?other.f=x%2B1&demo.steps=3', 'demo', settings, defaults)).toBe(
    '?other.f=x%2B1&demo.rate=0.3',
  );
  expect(serialiseState('?demo.steps=3', 'demo', defaults, defaults)).toBe('');
});

const fruit = {
  fruit: {
    label: 'Fruit',
    several: [
      { value: 'apple', label: 'Apple' },
      { value: 'pear', label: 'Pear' },
    ],
  },
};

test('a set is a list with commas, in any order, and may be empty', () => {
  const read = (text: string) => parseState(`?demo.fruit=${text}`, 'demo', fruit);
  expect(read('pear%2Capple')).toEqual({ settings: { fruit: 'apple,pear' }, problems: [] });
  expect(read('pear')).toEqual({ settings: { fruit: 'pear' }, problems: [] });
  expect(read('')).toEqual({ settings: { fruit: '' }, problems: [] });
  expect(read('pear,fig')).toEqual({
    settings: { fruit: 'pear' },
    problems: ['Fruit: “fig” is not one of the choices and was ignored.'],
  });
  expect(read('fig').settings).toEqual({});
});
