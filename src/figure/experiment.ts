/** What the frame asks of an experiment, as plain data and pure functions. */

import type { Role } from './chart/types.ts';

export type { Role };

export type Setting = number | string;

interface Labelled {
  label: string;
  /** The letter that stands for it in formulas. */
  symbol?: string;
  role?: Role;
}

export interface NumberControl extends Labelled {
  min: number;
  max: number;
  step?: number;
  scale?: 'linear' | 'log';
  unit?: string;
  /** A place along the result's `path`, from 0 to its length: the player moves it. */
  stage?: true;
}

export interface Option {
  value: string;
  label: string;
}

/** With `own`, the reader may also type a formula in these variables. */
export interface ChoiceControl extends Labelled {
  options: readonly Option[];
  own?: readonly string[];
  /** What is typed is two formulas with a comma between. */
  pair?: true;
}

export type Control = NumberControl | ChoiceControl;

/** Cells in full precision; the figure rounds what it shows. */
export interface Table {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly (number | string | null)[])[];
}

export interface Experiment<Params extends object, Result extends object> {
  defaults: Params;
  /** In the order in which they are shown. */
  controls: Readonly<Record<keyof Params, Control>>;
  /** Settings that these parameters decide for as long as no reader moves them. */
  follow?: (params: Params) => Partial<Params>;
  /** Pure. An error thrown here stays in the figure. */
  run: (params: Params) => Result;
  describe: (params: Params, result: Result) => string;
  tables: (params: Params, result: Result) => Table[];
  toPyTorch: (params: Params) => string;
}

/** The part of an experiment's controls that the frame handles without knowing their names. */
export type Controls = Readonly<Record<string, Control>>;
export type Settings = Readonly<Record<string, Setting>>;

export const isNumberControl = (control: Control): control is NumberControl => 'min' in control;

/** The setting that the player moves, where an experiment keeps its place along the path as one. */
export const stageOf = (controls: Controls): { key: string; label: string } | null => {
  for (const [key, control] of Object.entries(controls))
    if (isNumberControl(control) && control.stage) return { key, label: control.label };
  return null;
};

/** Whole numbers are asked for by bounds and a step that are whole. */
export const isWhole = ({ min, step }: NumberControl): boolean =>
  step !== undefined && Number.isInteger(step) && Number.isInteger(min);

/** The custom property that holds a role's colour. */
export const roleColour = (role: Role | undefined): string =>
  role === undefined || role === 'function' ? 'var(--ink)' : `var(--${role})`;
