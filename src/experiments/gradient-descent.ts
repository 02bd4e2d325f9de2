import type { Control, PlotWindow, Sample } from './contract.ts';

export interface Params {
  rate: number;
  start: number;
  target: number;
  steps: number;
}

export const defaults: Params = { rate: 0.1, start: 0, target: 5, steps: 10 };

export const controls = {
  rate: { label: 'Learning rate', symbol: 'η', min: 0.01, max: 1.1, step: 0.01, role: 'rate' },
  start: { label: 'Start x', symbol: 'x₀', min: -10, max: 10, step: 0.1, role: 'input' },
  target: { label: 'Target', symbol: 't', min: -10, max: 10, step: 0.1, role: 'good' },
  steps: { label: 'Steps', min: 1, max: 100, step: 1 },
} as const satisfies Record<keyof Params, Control>;

/** One row of the notebook's table: where we stand, and where the step leads. */
export interface Step {
  step: number;
  x: number;
  value: number;
  gradient: number;
  next: number;
}

export type Regime = 'converges' | 'oscillates' | 'bounces forever' | 'diverges';

export interface Result {
  /** One entry a step, shorter than asked for only when a number left the range of float32. */
  path: Step[];
  /** After the last step that stayed finite. */
  final: { x: number; value: number };
  /** |1 − 2·rate|: the distance to the target is multiplied by it at every step. */
  contraction: number;
  regime: Regime;
  /** Where float32 ended, and in which column. */
  stopped: { step: number; where: string } | null;
  /** f over the window, for the picture. */
  curve: Sample[];
  window: PlotWindow;
  /** f before every step and after the last. A loss of zero is null: a log axis has no place for it. */
  losses: { step: number; loss: number | null }[];
  /** Bounds of the log axis, powers of ten. */
  lossRange: { min: number; max: number };
}
