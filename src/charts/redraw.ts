import type { Chart } from 'chart.js';
import type { Configuration } from './configuration.ts';
import { type CourseData, dataOf, type Kind } from './course-data.ts';
import type { Size } from './plot.ts';
import type { Sample } from './types.ts';

/**
 * Shows another configuration on a chart, and says whether its axes were laid out anew. While a slider
 * moves, most often only samples do: then what Chart.js laid out, measured and resolved still holds, and
 * each dataset takes its new samples. Otherwise Chart.js updates everything.
 */
export function redraw(
  chart: Chart<Kind, Sample[]>,
  { data, options }: Configuration,
  { width, height }: Size,
): boolean {
  const resized = chart.width !== width || chart.height !== height;
  const known = dataOf(chart);
  if (!resized && known.unmoved === data.unmoved && known.theme === data.theme) {
    moveSamples(chart, known, data);
    return false;
  }
  chart.data = { ...data, datasets: kept(known, data) };
  chart.options = options;
  if (resized) chart.resize(width, height);
  else chart.update('none');
  return true;
}

function moveSamples(chart: Chart<Kind, Sample[]>, known: CourseData, moved: CourseData): void {
  known.spec = moved.spec;
  moved.datasets.forEach(({ data }, i) => {
    Object.assign(known.datasets[i] ?? {}, { data });
    const { controller } = chart.getDatasetMeta(i);
    controller.buildOrUpdateElements();
    controller.update('none');
  });
  chart.draw();
}

/** Chart.js knows a dataset by its object: one of the same type in the same place keeps its elements. */
function kept({ datasets: known }: CourseData, { datasets }: CourseData): CourseData['datasets'] {
  return datasets.map((dataset, i) => {
    const old = known[i];
    if (!old || old.type !== dataset.type) return dataset;
    const gone = Object.keys(old).filter((key) => !(key in dataset));
    return Object.assign(old, Object.fromEntries(gone.map((key) => [key, undefined])), dataset);
  });
}
