import { createCanvas, Path2D } from '@napi-rs/canvas';
import { expect, test, vi } from 'vitest';
import { chart, testSize, testTheme } from '../testing.ts';
import type { ChartSpec } from '../types.ts';

// Where there is such a thing, as in every browser, Chart.js draws lines with it.
vi.stubGlobal('Path2D', Path2D);
const { chartMarkup } = await import('./chart-markup.ts');

const markup = (changes: Partial<ChartSpec>): string => {
  const real = createCanvas(1, 1).getContext('2d') as unknown as CanvasRenderingContext2D;
  return chartMarkup({ spec: chart(changes), theme: testTheme, size: testSize }, real, 'chart');
};

/** Texts that are read: a halo is not. */
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text ([^>]*)>([^<]*)</g)].flatMap(([, attributes = '', text = '']) =>
    attributes.includes('aria-hidden') ? [] : text,
  );

const paths = (svg: string, attribute: string): string[] =>
  [...svg.matchAll(/<path [^>]*\bd="([^"]*)"/g)].flatMap(([tag, d = '']) =>
    tag.includes(attribute) ? d : [],
  );

const parabola = {
  label: 'f',
  role: 'function' as const,
  points: [-2, -1, 0, 1, 2].map((x) => ({ x, y: x * x })),
};

test('a line chart has its axes, ticks and names as text, and its curve as one path', () => {
  const svg = markup({ curves: [parabola] });
  const across = ['−5', '−4', '−3', '−2', '−1', '0', '1', '2', '3', '4', '5'];
  const up = ['0', '10', '20', '30', '40', '50'];
  expect(texts(svg).sort()).toEqual(['x', 'y', 'f', ...across, ...up].sort());
  // Five samples are five places, of which Chart.js visits one twice.
  const [curve, ...others] = paths(svg, 'stroke-width="2"');
  expect(others).toEqual([]);
  expect(new Set(curve?.split(/[ML]/).slice(1)).size).toBe(5);
});

test('a curve has the colour, the width and the dash of its role', () => {
  const svg = markup({ curves: [{ ...parabola, role: 'gradient' }] });
  expect(svg).toContain('stroke="#ff8800" stroke-width="2"');
  expect(svg).toContain('stroke-dasharray="6 4"');
});

test('a field is a band and a line of each level, clipped to the plot', () => {
  const values = Array.from({ length: 121 }, (_, i) => (i % 11) + Math.floor(i / 11));
  const svg = markup({ field: { columns: 11, rows: 11, values } });
  const bands = paths(svg, 'fill-rule="evenodd"');
  expect(bands.length).toBeGreaterThan(8);
  expect(paths(svg, 'stroke-opacity="0.4"')).toEqual(bands);
  expect(svg).toMatch(/<clipPath id="chart-1"><path d="M[^"]+Z"\/><\/clipPath>/);
  expect(svg).toContain('clip-path="url(#chart-1)"');
});

test('each bar is a filled path, and its name stands below', () => {
  const svg = markup({
    x: { label: 'Input', min: 0.5, max: 3.5, names: ['a', 'b', 'c'] },
    bars: [{ role: 'input', values: [10, 20, 30] }],
  });
  expect(paths(svg, 'fill="#0000ff"')).toHaveLength(3);
  expect(texts(svg)).toEqual(expect.arrayContaining(['a', 'b', 'c', 'Input']));
});

test('what a text says is escaped', () => {
  expect(markup({ curves: [{ ...parabola, label: 'x < 1 & y' }] })).toContain('>x &lt; 1 &amp; y<');
});
