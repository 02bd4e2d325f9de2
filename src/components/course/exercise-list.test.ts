import { expect, test } from 'vitest';
import { listExercises } from './exercise-list.ts';

const chapters = import.meta.glob<string>('../../../content/chapters/*/index.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

test('the exercises of each chapter are listed in their order', () => {
  const listed = listExercises({
    'content/chapters/02-two/index.mdx': '<Exercise id="b" title="Second">\n</Exercise>',
    'content/chapters/01-one/index.mdx':
      '<Exercise id="z" title="Last?">\n</Exercise>\n\n<Exercise id="a" title="First">',
  });
  expect(listed).toEqual([
    {
      number: 1,
      slug: 'one',
      exercises: [
        { id: 'z', title: 'Last?' },
        { id: 'a', title: 'First' },
      ],
    },
    { number: 2, slug: 'two', exercises: [{ id: 'b', title: 'Second' }] },
  ]);
});

test('no exercise of a chapter is missing from the list', () => {
  const count = (text: string) => text.split('<Exercise ').length - 1;
  const listed = listExercises(chapters).map(({ exercises }) => exercises.length);
  const there = Object.entries(chapters)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([, text]) => count(text));
  expect(listed).toEqual(there);
});
