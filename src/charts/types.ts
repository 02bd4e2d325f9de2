/** Plain data that says what a chart shows. Everything a chart component takes is one of these. */

import type { Position, Role, Sample } from '../figures/shared/contract.ts';

export type { Position, Role, Sample };

export interface Axis {
  /** Name and unit, as a reader says them: "x", "Loss", "Step". */
  label: string;
  min: number;
  max: number;
  scale?: 'linear' | 'log';
  /** Ticks only at whole numbers. */
  integer?: boolean;
  /** An angle: ticks at quarter turns. */
  degrees?: boolean;
  /** Names in place of numbers, one for each bar. */
  names?: readonly string[];
}

export interface Curve {
  /** Written at the curve itself; there is no legend. Empty for none. */
  label: string;
  role: Role;
  points: readonly Sample[];
  /** Overrides the role's own dash; a list has on and off, in pixels. */
  dash?: boolean | readonly number[];
  /** In pixels; 2 unless said. */
  width?: number;
  /** Tints what the curve goes around; it need not be closed. */
  filled?: boolean;
  /** A point at every sample, joined by a thin line. */
  markers?: boolean;
  /** Its samples are all there is of it, as of a loss after each step: no step between two of them is a jump. */
  series?: boolean;
  /** Where along the curve its label would like to stand: an end, or a share from 0 to 1. */
  labelAt?: 'start' | 'end' | number;
}

/**
 * One bar for each name of the x axis; on an axis of numbers one for each of as many equal parts of it,
 * side by side, as a histogram has them. Every second series is hollow.
 */
export interface BarSeries {
  /** Written at its longest bar. */
  label?: string;
  role: Role;
  values: readonly (number | null)[];
}

export type Shape = 'circle' | 'square' | 'triangle' | 'diamond';

export interface Point extends Position {
  role: Role;
  /** Overrides the role's own shape. */
  shape?: Shape;
  label?: string;
  hollow?: boolean;
}

export interface Arrow {
  from: Position;
  to: Position;
  role: Role;
  label?: string;
  dash?: boolean;
}

/** A point that the reader moves, by pointer or with the arrow keys. */
export interface Handle extends Position {
  /** What the point is: "Start of the descent". */
  label: string;
  role: Role;
  axis: 'x' | 'y' | 'both';
  /** One press of an arrow key; Shift is ten of them, Alt a tenth. One number, or one per axis. */
  step: number | Position;
  /** Called with a position inside min and max, for every move. */
  onmove: (x: number, y: number) => void;
  /** Bounds; a bare number bounds the axis that moves (both, where both do). The chart's own axes unless said. */
  min?: number | Partial<Position>;
  max?: number | Partial<Position>;
}

/** Values on a grid that spans the axes: `values[row * columns + column]`, rows from y.min up; null where undefined. */
export interface Field {
  columns: number;
  rows: number;
  values: readonly (number | null)[];
  /** Level lines over quiet bands, or colours from input blue through paper to gradient orange. */
  style?: 'contour' | 'heat';
  /** The value that heat shows as paper, with a line where the field crosses it; 0 unless said. */
  middle?: number;
  /** How far from the middle the colours of heat are deepest; the farthest value unless said. */
  reach?: number;
}

/** A chart without its actions: what is drawn, as data. */
export interface ChartSpec {
  x: Axis;
  y: Axis;
  curves: readonly Curve[];
  points: readonly Point[];
  arrows: readonly Arrow[];
  handles: readonly Omit<Handle, 'onmove'>[];
  field?: Field;
  bars?: readonly BarSeries[];
  /** Current sample of the curves with markers: filled up to here, hollow after. */
  cursor?: number;
  /** The axes end where they say, between ticks if need be; a field's always do. */
  exact?: boolean;
  /** One unit of x is as long as one unit of y, so that right angles look right. */
  equalUnits: boolean;
  /** A lower box, for charts one above another. */
  flat?: boolean;
}
