import { expect, test } from 'vitest';
import { config } from './config.ts';
import { chart, testTheme } from './testing.ts';
import type { ChartSpec, Curve } from './types.ts';

const build = (changes: Partial<ChartSpec>) =>
  config(chart(changes), testTheme, { width: 520, height: 325 }, 2);
const curve: Curve = {
  ...{ label: 'f', role: 'input', markers: true },
  points: [0, 1, 2, 3].map((x) => ({ x, y: 10 * x })),
};

test('scales are fixed at the ends of the rounded axes, and Chart.js draws none of its own', () => {
  const { options } = build({ y: { label: 'y', min: 0, max: 45 } });
  expect(options?.scales?.['y']).toMatchObject({ display: false, min: 0, max: 50 });
  expect(options?.animation).toBe(false);
});

test('Chart.js gets copies', () => {
  const made = build({ curves: [curve] });
  expect(made.data.datasets[0]?.data).not.toBe(curve.points);
  expect(made.data.datasets[0]?.data[0]).not.toBe(curve.points[0]);
});

test('markers up to the cursor are filled, later ones hollow', () => {
  const [series] = build({ curves: [curve], cursor: 1 }).data.datasets;
  const { input } = testTheme.roles;
  const { paper } = testTheme;
  expect(series?.pointBackgroundColor).toEqual([input, input, paper, paper]);
});

test('roles differ in dash and shape, not in colour alone', () => {
  const line = { label: '', points: curve.points };
  const made = build({
    curves: [
      { ...line, role: 'input' },
      { ...line, role: 'gradient' },
    ],
    points: [
      { x: 0, y: 1, role: 'input' },
      { x: 0, y: 1, role: 'gradient' },
    ],
  }).data.datasets;
  expect(made[0]?.borderDash).not.toEqual(made[1]?.borderDash);
  expect(made.at(-1)?.pointStyle).toEqual(['circle', 'triangle']);
});

test('a point at the edge is not clipped, one outside is not drawn', () => {
  const points = [5, 6].map((x) => ({ x, y: 0, role: 'good' as const }));
  const marks = build({ points }).data.datasets.at(-1);
  expect(marks?.clip).toBe(false);
  expect(marks?.data).toEqual([{ x: 5, y: 0 }]);
});

test('the tip of an arrow keeps off the point it leads to', () => {
  const arrows = [{ from: { x: -5, y: 25 }, to: { x: 0, y: 25 }, role: 'gradient' as const }];
  const tip = (points: ChartSpec['points']) =>
    build({ arrows, points }).data.scene.arrows[0]?.shape.head?.[0].x ?? 0;
  expect(tip([]) - tip([{ x: 0, y: 25, role: 'input' }])).toBeCloseTo(6, 9);
});

test('the same chart is configured the same way twice', () => {
  const twice = [0, 1].map(() => JSON.stringify(build({ curves: [curve] })));
  expect(twice[0]).toBe(twice[1]);
});
