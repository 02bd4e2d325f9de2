import type { ChartOptions, Tick } from 'chart.js';
import { type AxisLayout, type Layout, rows, tickGap } from './layout.ts';
import type { Theme } from './style.ts';
import { chartFont } from './text.ts';
import { tickLabels } from './tick-label.ts';
import type { Axis, ChartSpec } from './types.ts';

type Scales = NonNullable<ChartOptions<'scatter'>['scales']>;
type ScaleOptions = NonNullable<Scales[string]>;

/** Chart.js's options of both scales: hairlines at the heights, a baseline, names level with the page. */
export function scaleOptions(spec: ChartSpec, theme: Theme, layout: Layout): Scales {
  const heightOfX = rows.ticks + (spec.x.label ? rows.below : 0);
  const zero = spec.bars ? theme.soft : theme.hair;
  return {
    x: {
      ...axis(spec.x, layout.x, theme, 8),
      position: 'bottom',
      grid: { display: false, drawTicks: false },
      border: { color: theme.line },
      afterFit: (scale) => (scale.height = heightOfX),
      title: {
        display: spec.x.label !== '',
        text: spec.x.label,
        align: 'end',
        color: theme.soft,
        font: chartFont(theme.font, 500),
        padding: { top: 0, bottom: 2 },
      },
    },
    y: {
      ...axis(spec.y, layout.y, theme, tickGap),
      position: 'left',
      grid: {
        display: spec.field === undefined,
        drawTicks: false,
        color: ({ tick }) => (tick.value === 0 ? zero : theme.hair),
      },
      border: { display: false },
      afterFit: (scale) => (scale.width = layout.left),
    },
  };
}

function axis(
  axis: Axis,
  { min, max, step, limit }: AxisLayout,
  theme: Theme,
  padding: number,
): ScaleOptions {
  const ticks = {
    color: theme.soft,
    font: chartFont(theme.font),
    padding,
    maxRotation: 0,
    autoSkip: false,
  };
  if (axis.names)
    return {
      type: 'category',
      labels: [...axis.names],
      offset: true,
      ticks: { ...ticks, autoSkip: true },
    };
  // The room for labels is laid out already: Chart.js need not measure them all.
  const measured = { ...ticks, sampleSize: 1 };
  const log = axis.scale === 'log';
  const callback = (_: unknown, index: number, all: Tick[]): string =>
    tickLabels(
      all.map(({ value }) => value),
      log,
    )[index] ?? '';
  if (log)
    return {
      type: 'decade',
      offset: false,
      min,
      max,
      afterBuildTicks: (scale) => (scale.ticks = powers(min, max, step ?? 1)),
      ticks: { ...measured, callback },
    };
  const spacing = step === undefined ? { maxTicksLimit: limit } : { stepSize: step };
  const whole = axis.integer ? { precision: 0 } : {};
  return {
    type: 'number',
    offset: false,
    min,
    max,
    ticks: { ...measured, ...spacing, ...whole, includeBounds: false, callback },
  };
}

/** Ticks of a log axis at powers of ten only; of a single decade also at twice and five times. */
export function powers(min: number, max: number, step: number): Tick[] {
  const low = Math.round(Math.log10(min));
  const count = Math.round((Math.log10(max) - low) / step);
  const exponents = Array.from({ length: count + 1 }, (_, i) => low + i * step);
  const values = exponents.map((exponent) => Number(`1e${String(exponent)}`));
  return (count === 1 && step === 1 ? [min, 2 * min, 5 * min, max] : values).map((value) => ({
    value,
  }));
}
