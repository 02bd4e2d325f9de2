import type { ChartDataset } from 'chart.js';
import { fade } from './colour.ts';
import { type AxisEnds, drawableSamples } from './samples.ts';
import { pointStyles, radii, roleDashes, roleShapes, type Theme } from './style.ts';
import type { Curve, Sample } from './types.ts';

export type LineDataset = ChartDataset<'line', Sample[]>;

/** More markers than this along one curve are small. */
const crowd = 45;

/** A curve as Chart.js's line, and below it the tint of what it goes around. The upper one comes first. */
export function curveDatasets(
  curve: Curve,
  cursor: number | undefined,
  x: AxisEnds,
  y: AxisEnds,
  theme: Theme,
): LineDataset[] {
  const samples = drawableSamples(curve, x, y);
  const marked = curve.markers === true || isPoint(samples);
  const line: LineDataset = {
    type: 'line',
    data: samples,
    parsing: parsing(samples),
    borderColor: theme.roles[curve.role],
    borderWidth: curve.width ?? (curve.markers ? 1.5 : 2),
    borderDash: dashOf(curve),
    clip: marked ? 8 : 1,
    ...(marked ? markers(curve.role, samples, cursor, theme) : { pointRadius: 0 }),
  };
  return curve.filled ? [line, tint(curve, samples, theme)] : [line];
}

/** A curve of which a single sample is drawn: a line would not show it. */
const isPoint = (samples: readonly Sample[]): boolean =>
  samples.filter(({ y }) => y !== null).length === 1;

function dashOf({ dash, markers, role }: Curve): number[] {
  if (typeof dash === 'object') return [...dash];
  if (dash !== undefined) return dash ? [6, 4] : [];
  return markers ? [] : roleDashes[role];
}

/**
 * Chart.js cuts curves that it does not parse to what the x axis shows, for which they must run from left
 * to right; a curve that turns back is parsed instead, and drawn whole.
 */
function parsing(samples: readonly Sample[]): false | { xAxisKey: string; yAxisKey: string } {
  const onward = samples.every(({ x }, i) => i === 0 || x >= (samples[i - 1]?.x ?? x));
  return onward ? false : { xAxisKey: 'x', yAxisKey: 'y' };
}

/** A mark at every sample; those after the cursor are hollow, and the current one is larger. */
function markers(
  role: Curve['role'],
  samples: readonly Sample[],
  cursor: number | undefined,
  { roles, paper }: Theme,
): Partial<LineDataset> {
  const colour = roles[role];
  const shape = roleShapes[role];
  const crowded = samples.length > crowd;
  const reached = (i: number): boolean => cursor === undefined || i <= cursor;
  const radius = crowded ? 2 : radii[shape] - 0.75;
  return {
    pointStyle: pointStyles[shape],
    pointRadius:
      cursor === undefined
        ? radius
        : samples.map((_, i) => (i === cursor ? radii[shape] + 0.5 : radius)),
    pointBackgroundColor:
      cursor === undefined ? colour : samples.map((_, i) => (reached(i) ? colour : paper)),
    pointBorderColor:
      cursor === undefined ? paper : samples.map((_, i) => (reached(i) ? paper : colour)),
    pointBorderWidth: crowded ? 0.75 : 1.5,
  };
}

/** The tint leaps the gaps of its curve, which open only the line. */
function tint(curve: Curve, samples: readonly Sample[], theme: Theme): LineDataset {
  return {
    type: 'line',
    data: samples.filter(({ y }) => y !== null),
    parsing: { xAxisKey: 'x', yAxisKey: 'y' },
    borderWidth: 0,
    pointRadius: 0,
    fill: 'shape',
    backgroundColor: fade(theme.roles[curve.role], 0.16),
  };
}
