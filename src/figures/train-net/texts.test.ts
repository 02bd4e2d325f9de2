import { expect, test } from 'vitest';
import { mostEdits, readEdits, withEdit, writeEdits } from './edits.ts';
import { mostPoints, readPoints, starterPoints, withPoint, writePoints } from './own-points.ts';

test('points go into the address and come back', () => {
  const points = [
    { x: 0.5, y: -1, label: 0 },
    { x: 1, y: 0.25, label: 1 },
  ];
  expect(writePoints(points)).toBe('0.5_-1_A~1_0.25_B');
  expect(readPoints('0.5_-1_A~1_0.25_B')).toEqual({ entries: points });
  // Nothing in it has to be encoded.
  expect(encodeURIComponent(starterPoints)).toBe(starterPoints);
});

test.each(['', '0_0', '0_0_C', '3_0_A', 'NaN_0_A', '1e9_0_A', '0_0_A~', '0_0_A,1_1_B'])(
  'the points %j are refused in words',
  (text) => {
    expect(readPoints(text).problem).toMatch(/^(has|is) /);
  },
);

test('of too many points the oldest goes', () => {
  const full = writePoints(Array.from({ length: mostPoints }, () => ({ x: 0, y: 0, label: 0 })));
  const { entries } = readPoints(withPoint(full, { x: 5, y: 1, label: 1 }));
  expect(entries).toHaveLength(mostPoints);
  // Within the picture.
  expect(entries?.at(-1)).toEqual({ x: 2, y: 1, label: 1 });
});

test('edits go into the address and come back', () => {
  const edits = [{ step: 20, layer: 1, unit: 3, from: 0, value: -0.5 }];
  expect(writeEdits(edits)).toBe('20_1.3.bias_-0.5');
  expect(readEdits('20_1.3.bias_-0.5')).toEqual({ entries: edits });
});

test('an edit of the same weight at the same step takes the place of the other', () => {
  const edit = { step: 1, layer: 1, unit: 1, from: 1, value: 2 };
  expect(withEdit('1_1.1.1_5~2_1.1.1_7', edit)).toBe('1_1.1.1_2~2_1.1.1_7');
});

test.each(['x', '1_1.1_2', '1_1.1.1_NaN', '1_1.1.1_9999999', '~'])(
  'the edits %j are refused in words',
  (text) => {
    expect(readEdits(text).problem).toMatch(/^(has|is) /);
  },
);

test('a weight beyond all bounds and one next to nothing can still be written', () => {
  const value = (wanted: number) =>
    readEdits(withEdit('', { step: 0, layer: 1, unit: 1, from: 1, value: wanted })).entries?.[0]
      ?.value;
  expect(value(1e30)).toBe(1e6);
  expect(value(-1e-9)).toBe(0);
  expect(value(3e-6)).toBe(0.000003);
});

test('there are never more edits than an address holds', () => {
  let text = '';
  for (let step = 0; step < mostEdits + 5; step++)
    text = withEdit(text, { step, layer: 1, unit: 1, from: 1, value: 1 });
  expect(readEdits(text).entries).toHaveLength(mostEdits);
});
