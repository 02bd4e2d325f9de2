/**
 * Where a value stands on its slider. A linear slider is in the unit of the value itself; a log
 * slider counts equal ratios, so that each press of an arrow key multiplies by the same factor.
 */

import type { NumberControl } from '../../figures/shared/contract.ts';
import { isWhole } from './control.ts';

const POSITIONS_PER_DECADE = 20;
/** A log slider stops at numbers that are short to write. */
const LOG_DIGITS = 3;

export interface Scale {
  min: number;
  max: number;
  step: number;
  toPosition: (value: number) => number;
  toValue: (position: number) => number;
}

const logScale = ({ min, max }: NumberControl): Scale => {
  const count = Math.round(Math.log10(max / min) * POSITIONS_PER_DECADE);
  const ratio = Math.log(max / min);
  return {
    ...{ min: 0, max: count, step: 1 },
    toPosition: (value) => Math.round((Math.log(value / min) / ratio) * count),
    toValue: (position) => {
      if (position <= 0) return min;
      if (position >= count) return max;
      return Number((min * Math.exp((position / count) * ratio)).toPrecision(LOG_DIGITS));
    },
  };
};

/** A log slider of whole numbers stops at each once, so that every press of a key moves it. */
const wholeLogScale = (control: NumberControl): Scale => {
  const { max, toValue } = logScale(control);
  const all = Array.from({ length: max + 1 }, (_, position) => Math.round(toValue(position)));
  const stops = [...new Set(all)];
  const distance = (value: number, stop = NaN): number => Math.abs(Math.log(value / stop));
  return {
    ...{ min: 0, max: stops.length - 1, step: 1 },
    toPosition: (value) =>
      stops.reduce(
        (best, stop, position) =>
          distance(value, stop) < distance(value, stops[best]) ? position : best,
        0,
      ),
    toValue: (position) => stops[position] ?? control.max,
  };
};

const linearScale = ({ min, max, step }: NumberControl): Scale => ({
  ...{ min, max, step: step ?? (max - min) / 200 },
  toPosition: (value) => value,
  toValue: (position) => position,
});

export const sliderScale = (control: NumberControl): Scale =>
  control.scale !== 'log'
    ? linearScale(control)
    : isWhole(control)
      ? wholeLogScale(control)
      : logScale(control);
