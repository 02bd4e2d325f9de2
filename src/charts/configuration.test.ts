import { expect, test } from 'vitest';
import { configuration } from './configuration.ts';
import type { BarDataset } from './bars.ts';
import type { LineDataset } from './curves.ts';
import { chart, testSize, testTheme } from './testing.ts';
import type { ChartSpec, Curve } from './types.ts';

const build = (changes: Partial<ChartSpec>) => configuration(chart(changes), testTheme, testSize);
const { paper, roles } = testTheme;
const curve: Curve = {
  label: 'f',
  role: 'input',
  markers: true,
  points: [0, 1, 2, 3].map((x) => ({ x, y: 10 * x })),
};
const lines = (changes: Partial<ChartSpec>) =>
  build(changes).data.datasets.filter(({ type }) => type === 'line') as LineDataset[];
const points = (changes: Partial<ChartSpec>) =>
  build(changes).data.datasets.filter(({ type }) => type === 'scatter');

test('Chart.js moves, parses, listens and measures nothing by itself', () => {
  expect(build({}).options).toMatchObject({
    animation: false,
    parsing: false,
    normalized: true,
    responsive: false,
    events: [],
  });
});

test('Chart.js gets copies: its arrays are not those of the figure', () => {
  const frozen = Object.freeze(curve.points.map((sample) => Object.freeze({ ...sample })));
  const [line] = lines({ curves: [{ ...curve, points: frozen }] });
  expect(line?.data).toEqual(frozen);
  expect(line?.data[0]).not.toBe(frozen[0]);
});

test('what is drawn later lies above: the last curve comes first, and points before all curves', () => {
  const other: Curve = { ...curve, role: 'good', markers: false };
  const { datasets } = build({
    curves: [curve, other],
    points: [{ x: 0, y: 1, role: 'bad' }],
  }).data;
  expect(datasets.map(({ type }) => type)).toEqual(['scatter', 'line', 'line']);
  expect(datasets.map(({ borderColor }) => borderColor).slice(1)).toEqual([
    roles.good,
    roles.input,
  ]);
});

test('markers up to the cursor are filled, later ones hollow, and the current one is larger', () => {
  const [line] = lines({ curves: [curve], cursor: 1 });
  const { input } = roles;
  expect(line?.pointBackgroundColor).toEqual([input, input, paper, paper]);
  expect(line?.pointBorderColor).toEqual([paper, paper, input, input]);
  expect(line?.pointRadius).toEqual([3.75, 5, 3.75, 3.75]);
});

test('a curve of which one sample can be drawn is a point', () => {
  const lost = [2, null, null].map((y, x) => ({ x, y }));
  const [point] = lines({ curves: [{ ...curve, markers: false, points: lost }] });
  expect(point).toMatchObject({ pointRadius: 3.75, clip: 8 });
  expect(lines({ curves: [{ ...curve, markers: false }] })[0]?.pointRadius).toBe(0);
});

test('a crowd of markers is small', () => {
  const many = Array.from({ length: 60 }, (_, i) => ({ x: i / 12, y: 10 }));
  expect(lines({ curves: [{ ...curve, points: many }] })[0]?.pointRadius).toBe(2);
});

test('a curve may have a dash of its own', () => {
  const plain = { ...curve, markers: false };
  const dashes = [{}, { dash: false }, { dash: [2, 5] }].map(
    (own) => lines({ curves: [{ ...plain, ...own }] })[0]?.borderDash,
  );
  expect(dashes).toEqual([[11, 4], [], [2, 5]]);
});

test('roles differ in dash and shape, not in colour alone', () => {
  const line = { label: '', points: curve.points };
  const drawn = lines({
    curves: [
      { ...line, role: 'input' },
      { ...line, role: 'gradient' },
    ],
  });
  expect(drawn[0]?.borderDash).not.toEqual(drawn[1]?.borderDash);
  const marks = points({
    points: [
      { x: 0, y: 1, role: 'input' },
      { x: 0, y: 1, role: 'gradient' },
    ],
  });
  expect(marks.map((mark) => ('pointStyle' in mark ? mark.pointStyle : ''))).toEqual([
    'triangle',
    'circle',
  ]);
});

test('a point at the edge is drawn, one outside is not', () => {
  const [group] = points({ points: [5, 6].map((x) => ({ x, y: 0, role: 'good' })) });
  expect(group?.data).toEqual([{ x: 5, y: 0 }]);
});

test('hundreds of points of two roles are two datasets', () => {
  const cloud = Array.from({ length: 400 }, (_, i) => ({
    x: (i % 20) / 4 - 2.5,
    y: i / 10,
    role: i % 2 === 0 ? ('input' as const) : ('gradient' as const),
  }));
  expect(points({ points: cloud }).map(({ data }) => data.length)).toEqual([200, 200]);
});

test('a filled curve is a line with its gaps and, below it, a tint without them', () => {
  const gap = [...curve.points.slice(0, 2), { x: 1, y: null }, ...curve.points.slice(2)];
  const [line, tint] = lines({ curves: [{ ...curve, points: gap, filled: true }] });
  expect(line?.data).toHaveLength(5);
  expect(tint?.data).toHaveLength(4);
  expect(tint).toMatchObject({ fill: 'shape', borderWidth: 0 });
});

test('a curve that turns back is parsed, because Chart.js would cut it to the window', () => {
  const loop = [0, 1, 0].map((x) => ({ x, y: 1 }));
  expect(lines({ curves: [{ ...curve, points: loop }] })[0]?.parsing).not.toBe(false);
  expect(lines({ curves: [curve] })[0]?.parsing).toBe(false);
});

test('named bars stand at their names, the second series as outlines; others are a histogram', () => {
  const bars = [
    { role: 'function' as const, values: [1, null] },
    { role: 'input' as const, values: [1, 3] },
  ];
  const of = (x: ChartSpec['x']) =>
    build({ x, bars }).data.datasets.filter(({ type }) => type === 'bar') as BarDataset[];
  const [filled, hollow] = of({ label: 'Input', min: 0.5, max: 2.5, names: ['1', '2'] });
  expect(filled?.data).toEqual([
    { x: 0, y: 1 },
    { x: 1, y: null },
  ]);
  expect([filled?.borderWidth, hollow?.borderWidth]).toEqual([0, 1.5]);
  // Two parts of the axis from −5 to 5 have their middles at −2.5 and 2.5.
  expect(of({ label: 'x', min: -5, max: 5 })[0]?.data.map(({ x }) => x)).toEqual([-2.5, 2.5]);
});

test('a chart is configured the same way twice', () => {
  const [first, second] = [0, 1].map(() => JSON.stringify(build({ curves: [curve] })));
  expect(first).toBe(second);
});
