import type { Range } from '../figures/shared/contract.ts';
import type { PixelScale, Plot, Size } from './plot.ts';

/** A number line as the plot of a chart with one axis, for a handle on it. */
export function linePlot({ min, max }: Range, { width, height }: Size): Plot {
  const x: PixelScale = {
    min,
    max,
    getPixelForValue: (value) => ((value - min) / (max - min)) * width,
    getValueForPixel: (pixel) => min + (pixel / width) * (max - min),
  };
  const middle: PixelScale = {
    min: 0,
    max: 0,
    getPixelForValue: () => height / 2,
    getValueForPixel: () => 0,
  };
  return { x, y: middle, area: { left: 0, top: 0, right: width, bottom: height } };
}
