import type { Control, PlotWindow, Position, Range, Sample } from '../shared/contract.ts';
import { decades, niceRange } from '../shared/nice-range.ts';
import { places } from '../shared/sample-curve.ts';
import { type Trajectory, descend } from './trajectory.ts';

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

export interface Result extends Trajectory {
  /** Where it stood before every step and after the last, on the parabola. */
  positions: Position[];
  /** |1 − 2·rate|: the distance to the target is multiplied by it at every step. */
  contraction: number;
  regime: Regime;
  /** After how many steps it first stood within 0.001 of the target; null where these steps do not lead there. */
  arrival: number | null;
  /** f over the window, for the picture. */
  curve: Sample[];
  window: PlotWindow;
  /** f before every step and after the last. A loss of zero is null: a log axis has no place for it. */
  losses: { step: number; loss: number | null }[];
  stepRange: Range;
  /** Bounds of the log axis, powers of ten. */
  lossRange: Range;
}

/** Descends f(x) = (x − target)² in float32, as the notebook does, recording every step. */
export function run(params: Params): Result {
  const { rate, start, target } = params;
  const { path, final, stopped } = descend(params);
  const positions = [...path, final].map(({ x, value }) => ({ x, y: value }));
  const losses = positions.map(({ y }, step) => ({ step, loss: y > 0 ? y : null }));
  return {
    path,
    final,
    stopped,
    positions,
    contraction: Math.abs(1 - 2 * rate),
    regime: regimeOf(rate, start === target),
    arrival: arrivalOf(path, target),
    ...picture(target, positions),
    losses,
    stepRange: { min: 0, max: Math.max(1, path.length) },
    lossRange: decades(losses.map(({ loss }) => loss)),
  };
}

/** The notebook's stop rule: near enough to call it converged. */
export const nearEnough = 0.001;

function arrivalOf(path: Trajectory['path'], target: number): number | null {
  const last = path.find(({ next }) => Math.abs(next - target) < nearEnough);
  return last ? last.step + 1 : null;
}

/** xₙ₊₁ − t = (1 − 2η)(xₙ − t), so the factor alone decides, wherever the descent begins. */
function regimeOf(rate: number, arrived: boolean): Regime {
  const factor = 1 - 2 * rate;
  if (arrived || Math.abs(factor) < 1) return factor < 0 && !arrived ? 'oscillates' : 'converges';
  return factor === -1 ? 'bounces forever' : 'diverges';
}

/** The parabola between round ends that hold the whole path. */
function picture(target: number, positions: Position[]): Pick<Result, 'curve' | 'window'> {
  const reach = Math.max(...positions.map(({ x }) => Math.abs(x - target))) || 1;
  const window = {
    x: niceRange(target - 1.15 * reach, target + 1.15 * reach),
    y: niceRange(0, 1.1 * reach * reach),
  };
  const half = Math.sqrt(window.y.max);
  const from = Math.max(window.x.min, target - half);
  const to = Math.min(window.x.max, target + half);
  const curve = places({ min: from, max: to }, 81).map((x) => ({ x, y: (x - target) ** 2 }));
  return { window, curve };
}
