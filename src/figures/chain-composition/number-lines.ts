/** Number lines as data: where a value stands, where the ticks are, and the plot of a movable value. */

import { percent } from '../shared/diagram/diagram.ts';

export interface NumberLine {
  value: number;
  /** Where the value moved to. */
  nudged: number;
  min: number;
  max: number;
}

type Ends = Pick<NumberLine, 'min' | 'max'>;

/** The share of the line, from 0 to 1, at which a value stands. */
export const shareOn = ({ min, max }: Ends, value: number): number => (value - min) / (max - min);

export const percentOn = (line: Ends, value: number): string => percent(shareOn(line, value));

/** Few round numbers, so that they fit on a phone: at most seven, 1, 2 or 5 times a power of ten apart. */
export function ticksOn({ min, max }: Ends): number[] {
  const power = 10 ** Math.floor(Math.log10((max - min) / 7));
  const multiples = (step: number): number[] => {
    const first = Math.ceil(min / step - 1e-9);
    const count = Math.floor(max / step + 1e-9) - first + 1;
    return Array.from(
      { length: count },
      (_, i) => Number(((first + i) * step).toPrecision(12)) + 0,
    );
  };
  const found = [power, 2 * power, 5 * power].map(multiples).find(({ length }) => length <= 7);
  return found ?? multiples(10 * power);
}
