import { linspace } from '@calculus/autograd';
import type { Control, PlotWindow, Sample, Table } from '../shared/contract.ts';
import { type Step, type Walk, walk } from './trajectory.ts';
import { decades, niceRange } from '../shared/nice-range.ts';

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

export type Regime = 'converges' | 'oscillates' | 'bounces forever' | 'diverges';

export type { Step };

export interface Result extends Walk {
  /** |1 − 2·rate|: the distance to the target is multiplied by it at every step. */
  contraction: number;
  regime: Regime;
  /** f over the window, for the picture. */
  curve: Sample[];
  window: PlotWindow;
  /** f before every step and after the last. A loss of zero is null: a log axis has no place for it. */
  losses: { step: number; loss: number | null }[];
  /** Bounds of the log axis, powers of ten. */
  lossRange: { min: number; max: number };
}

/** Descends f(x) = (x − target)² in float32, as the notebook does, recording every step. */
export function run(params: Params): Result {
  const { rate, start, target } = params;
  const { path, final, stopped } = walk(params);
  const losses = [...path.map(({ value }) => value), final.value].map((loss, step) => ({
    step,
    loss: loss > 0 ? loss : null,
  }));
  return {
    path,
    final,
    contraction: Math.abs(1 - 2 * rate),
    regime: regimeOf(rate, start === target),
    stopped,
    ...picture(target, [...path.map(({ x }) => x), final.x]),
    losses,
    lossRange: decades(losses.map(({ loss }) => loss ?? 0)),
  };
}

/** xₙ₊₁ − t = (1 − 2η)(xₙ − t), so the factor alone decides, wherever the walk begins. */
function regimeOf(rate: number, arrived: boolean): Regime {
  const factor = 1 - 2 * rate;
  if (arrived || Math.abs(factor) < 1) return factor < 0 && !arrived ? 'oscillates' : 'converges';
  return factor === -1 ? 'bounces forever' : 'diverges';
}

/** The parabola between round ends that hold the whole path. */
function picture(target: number, places: number[]): Pick<Result, 'curve' | 'window'> {
  const reach = Math.max(...places.map((place) => Math.abs(place - target))) || 1;
  const window = {
    x: niceRange(target - 1.15 * reach, target + 1.15 * reach),
    y: niceRange(0, 1.1 * reach * reach),
  };
  const half = Math.sqrt(window.y.max);
  const from = Math.max(window.x.min, target - half);
  const to = Math.min(window.x.max, target + half);
  const x = linspace(from, to, 81, { dtype: 'float64' });
  const y = x.sub(target).pow(2).tolist() as number[];
  return {
    window,
    curve: (x.tolist() as number[]).map((place, i) => ({ x: place, y: y[i] ?? null })),
  };
}

export function tables(_params: Params, { path, losses, curve }: Result): Table[] {
  return [
    {
      caption: 'Every step of the descent, in float32',
      columns: ['Step', 'x', 'f(x)', 'Gradient', 'Next x'],
      rows: path.map((row) => [row.step, row.x, row.value, row.gradient, row.next]),
    },
    {
      caption: 'Loss after each step; a loss of exactly zero has no place on a log scale',
      columns: ['Step', 'Loss'],
      rows: losses.map(({ step, loss }) => [step, loss ?? 0]),
    },
    {
      caption: 'The parabola as drawn',
      columns: ['x', 'f(x)'],
      rows: curve.map(({ x, y }) => [x, y]),
    },
  ];
}
