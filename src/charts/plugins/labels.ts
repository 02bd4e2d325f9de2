import type { Chart, Plugin } from 'chart.js';
import { namedBars } from '../bars.ts';
import { type CourseData, dataOf } from '../course-data.ts';
import { type Plot, plotOf, toPixel } from '../plot.ts';
import { fontSize } from '../text.ts';
import { cutOff } from './arrow.ts';
import { covered, curvePixels, dense, spot } from './drawn.ts';
import {
  arrowLabel,
  barLabel,
  type BarPixels,
  curveLabel,
  levelLabels,
  pointLabel,
} from './names.ts';
import { type Placeable, placeLabels, type PlacedLabel } from './place.ts';

/** Names at the things themselves, on a halo of paper: there is no legend. */
export const labels: Plugin = {
  id: 'labels',
  afterDatasetsDraw(chart) {
    const context = chart.ctx;
    const data = dataOf(chart);
    const { font, paper } = data.theme;
    context.save();
    context.font = `500 ${String(fontSize)}px ${font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 4;
    context.strokeStyle = paper;
    for (const { text, colour, x, y } of directLabels(data, plotOf(chart), barsOf(chart))) {
      context.globalAlpha = 0.85;
      context.strokeText(text, x, y);
      context.globalAlpha = 1;
      context.fillStyle = colour;
      context.fillText(text, x, y);
    }
    context.restore();
  },
};

/** The bars of each series, which are the last datasets. */
function barsOf(chart: Chart): BarPixels[][] {
  return chart.data.datasets.flatMap(({ type }, index) =>
    type === 'bar' ? [chart.getDatasetMeta(index).data as unknown as BarPixels[]] : [],
  );
}

/** Every name of a chart, where it hides least and inside the plot. */
export function directLabels(
  { spec, theme }: CourseData,
  plot: Plot,
  bars: readonly (readonly BarPixels[])[],
): PlacedLabel[] {
  const lines = spec.curves.map((curve) => curvePixels(curve, spec, plot));
  const arrows = spec.arrows.map(({ from, to }) => {
    const [start, tip] = [toPixel(from, plot), toPixel(to, plot)];
    return [start, cutOff(start, tip, plot.area) ?? tip];
  });
  const marks = [...spec.points, ...spec.handles].map((mark) => toPixel(mark, plot));
  const drawn = [
    ...lines.flatMap(dense),
    ...arrows.flatMap(dense),
    ...marks.flatMap(spot),
    ...bars.flat().flatMap(covered),
  ];
  const contoured = spec.field && spec.field.style !== 'heat' ? spec.field : null;
  const named = namedBars(spec.bars ?? []);
  const wanted: (Placeable | null)[] = [
    ...(spec.bars ?? []).map((series, i) => barLabel(series, bars[i]?.[named[i] ?? -1], theme)),
    ...spec.points.map((point) => pointLabel(point, plot, theme)),
    ...spec.arrows.map((arrow) => arrowLabel(arrow, plot, theme)),
    ...spec.curves.map((curve, i) => curveLabel(curve, lines[i] ?? [], theme)),
    ...(contoured ? levelLabels(contoured, plot, theme) : []),
  ];
  return placeLabels(
    wanted.filter((label) => label !== null),
    drawn,
    plot.area,
  );
}
