import type { Theme } from './style.ts';
import type { Plot } from './plot.ts';
import type { ChartSpec } from './types.ts';
import type { Range } from '../figures/shared/contract.ts';

/** An empty chart from −5 to 5 by 0 to 50, changed as a test wants. */
export function chart(changes: Partial<ChartSpec> = {}): ChartSpec {
  return {
    x: { label: 'x', min: -5, max: 5 },
    y: { label: 'y', min: 0, max: 50 },
    curves: [],
    points: [],
    arrows: [],
    handles: [],
    equalUnits: false,
    ...changes,
  };
}

export const testTheme: Theme = {
  paper: '#ffffff',
  soft: '#666666',
  line: '#dddddd',
  hair: '#eeeeee',
  roles: {
    input: '#0000ff',
    function: '#000000',
    gradient: '#ff8800',
    rate: '#880088',
    good: '#008800',
    bad: '#ff0000',
    soft: '#666666',
  },
  font: 'sans-serif',
};

export const testSize = { width: 520, height: 325 };

/** A drawn plot of a chart's window: a hundred pixels a unit of x, ten a unit of y, with (0, 0) at its foot. */
export function testPlot(x: Range = { min: -5, max: 5 }, y: Range = { min: 0, max: 50 }): Plot {
  const across = { scale: 100, from: 0, start: x.min };
  const up = { scale: -10, from: 10 * (y.max - y.min), start: y.min };
  const scale = ({ min, max }: Range, { scale, from, start }: typeof across) => ({
    min,
    max,
    getPixelForValue: (value: number) => from + (value - start) * scale,
    getValueForPixel: (pixel: number) => start + (pixel - from) / scale,
  });
  return {
    x: scale(x, across),
    y: scale(y, up),
    area: { left: 0, top: 0, right: 100 * (x.max - x.min), bottom: up.from },
  };
}
