/**
 * What every experiment of this folder offers to a figure, as plain data. The figure declares the
 * same shapes on its side; neither imports the other.
 */

/** What a colour means, everywhere in the course. */
export type Role = 'input' | 'function' | 'gradient' | 'rate' | 'good' | 'bad' | 'soft';

interface Labelled {
  label: string;
  /** The letter that stands for it in formulas, where there is one. */
  symbol?: string;
  role?: Role;
}

/** A slider with a number beside it. `step` is the grid of a linear slider; 1 on a log slider: whole numbers. */
export interface NumberControl extends Labelled {
  min: number;
  max: number;
  step?: number;
  scale?: 'log';
  unit?: string;
  /** How far along `path` the picture stands, from 0 to its length: moved by the player. */
  stage?: true;
}

export interface Option {
  value: string;
  label: string;
}

/** A list to choose from. With `own`, a reader may type a formula in those variables instead. */
export interface ChoiceControl extends Labelled {
  options: readonly Option[];
  own?: readonly string[];
  /** The formula is two, with a comma between: a map of the plane. */
  pair?: true;
}

export type Control = NumberControl | ChoiceControl;

/** A plotted series as a table; numbers in full precision, null where there is none. */
export interface Table {
  caption: string;
  columns: string[];
  rows: (number | string | null)[][];
}

/** A place on a curve; null where the function is undefined, which leaves a gap. */
export interface Sample {
  x: number;
  y: number | null;
}

export interface Range {
  min: number;
  max: number;
}

/** The part of the plane that a picture shows. */
export interface PlotWindow {
  x: Range;
  y: Range;
}
