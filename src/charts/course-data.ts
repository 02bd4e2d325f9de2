import type { Chart, ChartData } from 'chart.js';
import type { Theme } from './style.ts';
import type { ChartSpec, Sample } from './types.ts';

export type Kind = 'scatter' | 'line' | 'bar';

/** Chart.js's data, and with it what our plugins draw from. */
export interface CourseData extends ChartData<Kind, Sample[]> {
  spec: ChartSpec;
  theme: Theme;
  /** Everything but samples, as text: what stays the same where only samples move. */
  unmoved: string;
}

/** The data of one of our charts, as its plugins see it. */
export const dataOf = (chart: Chart): CourseData => chart.data as CourseData;
