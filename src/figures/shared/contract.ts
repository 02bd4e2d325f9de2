/** What a figure's folder offers, and the plain data it is made of. Types alone: everything may import them. */

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
  scale?: 'linear' | 'log';
  unit?: string;
  /** How far along `path` the picture stands, from 0 to its length: moved by the player. */
  stage?: true;
  /** Shown only while the set `key` holds `value`. */
  shownWith?: { key: string; value: string };
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

/** Any of a list, as a text of values with commas between, in the order of the list; empty for none. */
export interface SetControl extends Labelled {
  several: readonly Option[];
}

/** A text that the figure's own picture edits, such as points set by hand. The frame keeps it in the address. */
export interface TextControl extends Labelled {
  /** What is wrong with a text, in words that follow its quotation; undefined where it can be used. */
  problem: (text: string) => string | undefined;
  /** Some that can be used. */
  examples: readonly string[];
}

export type Control = NumberControl | ChoiceControl | SetControl | TextControl;

/** A plotted series as a table; numbers in full precision (the figure rounds what it shows), null where there is none. */
export interface Table {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly (number | string | null)[])[];
}

export type Setting = number | string;
export type Settings = Readonly<Record<string, Setting>>;
/** Controls under names that the frame need not know. */
export type Controls = Readonly<Record<string, Control>>;

/** `run` in pieces: yields how far it is, from 0 to 1, and returns the result. */
export type Work<Result> = Generator<number, Result, void>;

/** A computation that goes on for as long as a reader watches: training. It lives in the worker. */
export interface Session<Snapshot = unknown, Message = unknown> {
  /** Goes on by `steps` and tells where it stands: plain data. One call should take a few milliseconds. */
  advance(steps: number): Snapshot;
  /** Takes a change while it goes on: another learning rate. */
  receive?(message: Message): void;
}

/** What the `index.ts` of every figure exports. */
export interface FigureDefinition<Params extends object, Result extends object> {
  /** In kebab case: the name of its folder. */
  id: string;
  title: string;
  defaults: Params;
  /** In the order in which they are shown. */
  controls: Readonly<Record<keyof Params, Control>>;
  /** Settings that these parameters decide for as long as no reader moves them. */
  follow?: (params: Params) => Partial<Params>;
  /** Pure: plain data in, plain data out. An error thrown here stays in the figure. */
  run: (params: Params) => Result;
  /**
   * For a run that takes longer than a frame: the same in pieces of a few milliseconds, so that the
   * browser computes it in a worker, shows how far it is and can call it off. `run` is then
   * `exhaust(work(params))` (shared/work.ts). Nothing global (grad mode, a generator) may be left
   * changed at a yield: other runs take their turns in between.
   */
  work?: (params: Params) => Work<Result>;
  /** For what has no end, such as training that is watched. Opened by `openSession` (frame/worker). */
  session?: (params: Params) => Session;
  /** What happened, in words. */
  describe: (params: Params, result: Result) => string;
  /** What stands after so many entries of `path`, where the player's step is no setting. */
  describeStep?: (result: Result, step: number) => string;
  /** Every plotted series. */
  tables: (params: Params, result: Result) => Table[];
  /** The PyTorch program that prints this state's numbers, ending with what it prints, as comments. */
  program: (params: Params, result: Result) => string;
}

export interface Position {
  x: number;
  y: number;
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
