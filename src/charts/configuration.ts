import type { ChartConfiguration, ChartOptions, Plugin } from 'chart.js';
import { scaleOptions } from './axes.ts';
import { barDatasets } from './bars.ts';
import type { CourseData, Kind } from './course-data.ts';
import { curveDatasets } from './curves.ts';
import { type Layout, layout, rows } from './layout.ts';
import type { Size } from './plot.ts';
import { pointDatasets } from './points.ts';
import { arrows } from './plugins/arrows.ts';
import { contours } from './plugins/contours.ts';
import { cursor } from './plugins/cursor.ts';
import { handles } from './plugins/handles.ts';
import { labels } from './plugins/labels.ts';
import type { Theme } from './style.ts';
import { chartFont, lineHeight } from './text.ts';
import type { ChartSpec, Sample } from './types.ts';

export interface Configuration extends ChartConfiguration<Kind, Sample[]> {
  data: CourseData;
  options: ChartOptions<Kind>;
}

const plugins: Plugin<Kind>[] = [contours, cursor, arrows, handles, labels];

/** The chart of a figure's spec, for Chart.js: the same in a browser and in a poster. */
export function configuration(spec: ChartSpec, theme: Theme, size: Size): Configuration {
  const laidOut = layout(spec, size);
  const datasets = datasetsOf(spec, theme, laidOut);
  const chosen = options(spec, theme, laidOut);
  const unmoved = JSON.stringify([laidOut, chosen, datasets], withoutSamples);
  return {
    type: 'scatter',
    data: { datasets, spec, theme, unmoved },
    options: chosen,
    plugins,
  };
}

const withoutSamples = (key: string, value: unknown): unknown =>
  key === 'data' ? undefined : value;

/** Chart.js draws the first dataset uppermost; bars that stand side by side are in order. */
function datasetsOf(spec: ChartSpec, theme: Theme, { x, y }: Layout): CourseData['datasets'] {
  const axes = [
    { ...x, scale: spec.x.scale ?? 'linear' },
    { ...y, scale: spec.y.scale ?? 'linear' },
  ] as const;
  const curves = spec.curves.map((curve) => curveDatasets(curve, spec.cursor, ...axes, theme));
  return [
    ...pointDatasets(spec.points, x, y, theme),
    ...curves.reverse().flat(),
    ...barDatasets(spec, x, theme),
  ];
}

function options(spec: ChartSpec, theme: Theme, laidOut: Layout): ChartOptions<Kind> {
  return {
    animation: false,
    parsing: false,
    normalized: true,
    responsive: false,
    events: [],
    elements: { line: { borderCapStyle: 'round', borderJoinStyle: 'round' } },
    layout: { autoPadding: false, padding: laidOut.padding },
    scales: scaleOptions(spec, theme, laidOut),
    plugins: {
      title: {
        display: spec.y.label !== '',
        text: spec.y.label,
        align: 'start',
        color: theme.soft,
        font: chartFont(theme.font, 500),
        padding: { top: 0, bottom: rows.above - lineHeight },
      },
    },
  };
}
