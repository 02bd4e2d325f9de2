import type { ChartDataset } from 'chart.js';
import { mix } from './colour.ts';
import type { Ends } from './ends.ts';
import type { Theme } from './style.ts';
import type { BarSeries, ChartSpec, Sample } from './types.ts';

export type BarDataset = ChartDataset<'bar', Sample[]>;

/** Series side by side over each name, or the bars of a histogram; every second series is an outline. */
export function barDatasets({ bars = [], x }: ChartSpec, ends: Ends, theme: Theme): BarDataset[] {
  return bars.map(({ role, values }, rank) => {
    const colour = theme.roles[role];
    const hollow = rank % 2 === 1;
    return {
      type: 'bar',
      data: x.names ? values.map((y, at) => ({ x: at, y })) : bins(values, ends),
      ...(x.names
        ? { categoryPercentage: 0.62, barPercentage: 0.92 }
        : { categoryPercentage: 1, barPercentage: 0.96, barThickness: 'flex' }),
      backgroundColor: hollow ? mix(theme.paper, colour, 0.15) : colour,
      borderColor: colour,
      borderWidth: hollow ? 1.5 : 0,
      borderSkipped: false,
    };
  });
}

/** Values at the middles of equal parts of the axis. */
function bins(values: readonly (number | null)[], { min, max }: Ends): Sample[] {
  const width = (max - min) / values.length;
  return values.map((y, i) => ({ x: min + (i + 0.5) * width, y }));
}

/** Which bar names each series: its longest, or the next one where another series is named already. */
export function namedBars(series: readonly BarSeries[]): (number | undefined)[] {
  const taken = new Set<number>();
  return series.map(({ values, label }) => {
    if (!label) return undefined;
    const size = (index: number): number => Math.abs(values[index] ?? 0);
    const [named] = [...values.keys()]
      .filter((index) => !taken.has(index))
      .sort((a, b) => size(b) - size(a));
    if (named !== undefined) taken.add(named);
    return named;
  });
}
