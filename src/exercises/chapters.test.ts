import { expect, test } from 'vitest';
import type { Element } from './elements/jsx-runtime.ts';
import { checkAnswer } from './check-question.ts';
import type { KnownAnswer } from './known-answer.ts';
import { drawnNumbers } from './practice-answers.ts';

/** Every chapter as a tree of elements, by path. */
const chapters = import.meta.glob<(props: object) => Element>(
  '../../content/chapters/*/index.mdx',
  { import: 'default', eager: true },
);
const kinds = import.meta.glob<(question: unknown) => KnownAnswer[]>('./*/known-answers.ts', {
  import: 'knownAnswers',
  eager: true,
});

const names = [
  'Answer',
  'Cell',
  'Exercise',
  'Hint',
  'Predict',
  'Scroll',
  'Sketch',
  'Solution',
  'Term',
  'V',
  'Widget',
];
const components = Object.fromEntries(names.map((name) => [name, name]));

function elements(node: unknown): Element[] {
  if (Array.isArray(node)) return node.flatMap(elements);
  if (typeof node !== 'object' || node === null) return [];
  const element = node as Element;
  return [element, ...elements(element.props['children'])];
}

const found = Object.entries(chapters).flatMap(([path, content]) =>
  elements(content({ components })).map((element) => ({ path, ...element })),
);
const questions = found
  .filter(({ type }) => type === 'Answer')
  .map(({ path, props }) => ({ path, ...checkAnswer(props) }));

test('every chapter asks at least three questions', () => {
  for (const path of Object.keys(chapters)) {
    expect(questions.filter((question) => question.path === path).length, path).toBeGreaterThan(2);
  }
});

type Variants = Parameters<typeof drawnNumbers>[0];

const practised = questions.flatMap(({ id, path, question }) => {
  const { variants } = question as { variants?: Variants };
  return variants ? [{ id, path, variants }] : [];
});

test('every chapter has at least three exercises that can be practised with other numbers', () => {
  for (const path of Object.keys(chapters)) {
    expect(practised.filter((one) => one.path === path).length, path).toBeGreaterThan(2);
  }
});

test.each(practised)('$id: every number on the way is one that a human derives', ({ variants }) => {
  for (const drawn of drawnNumbers(variants))
    for (const value of Object.values(drawn))
      expect(Number(value.toPrecision(6)), JSON.stringify(drawn)).toBeCloseTo(value, 9);
});

test('no two questions of the course have the same id', () => {
  const ids = questions.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('an exercise and its answer have the same id', () => {
  const exercises = found.filter(({ type }) => type === 'Exercise');
  for (const { props } of exercises) {
    const inside = elements(props['children']).filter(({ type }) => type === 'Answer');
    expect(inside.map((answer) => answer.props['id'])).toEqual([props['id']]);
  }
});

test.each(questions)('$id: the right answer is right, and each known slip is named', (asked) => {
  const known = kinds[`./${asked.kind}/known-answers.ts`]?.(asked.question) ?? [];
  expect(known.length).toBeGreaterThan(1);
  for (const { graded, expected } of known) {
    if (expected === 'right') expect(graded.kind).toBe('right');
    else
      expect(graded).toMatchObject({
        kind: 'wrong',
        words: expect.stringContaining(expected) as string,
      });
  }
});
