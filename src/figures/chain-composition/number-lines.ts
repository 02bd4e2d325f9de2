/** Number lines as data: where a value stands, where the ticks are, and the frame of a movable value. */

import { percent } from '../shared/diagram/diagram.ts';
import type { Frame, FramedAxis, Size } from '../../charts/frame.ts';
import { ticks } from '../../charts/ticks.ts';

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

/** Few round numbers, so that they fit on a phone. */
export const ticksOn = ({ min, max }: Ends): number[] =>
  ticks({ label: '', min, max }, { wanted: 4, most: 7, exact: true }).values;

/** The line as the frame of a chart with one axis, for a handle on it. */
export function lineFrame({ min, max }: Ends, size: Size): Frame {
  const axis = (length: number): FramedAxis => ({
    name: '',
    log: false,
    min,
    max,
    values: [],
    labels: [],
    toPixel: (value) => shareOn({ min, max }, value) * length,
    toValue: (pixel) => min + (pixel / length) * (max - min),
  });
  const middle: FramedAxis = {
    ...axis(size.height),
    toPixel: () => size.height / 2,
    toValue: () => 0,
  };
  return {
    size,
    area: { left: 0, top: 0, right: size.width, bottom: size.height },
    x: axis(size.width),
    y: middle,
  };
}
