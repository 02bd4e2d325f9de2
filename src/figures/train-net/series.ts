/** What the charts of the run draw. */

import { at } from '../shared/at.ts';
import type { Range, Role, Sample } from '../shared/contract.ts';
import type { Result } from './experiment.ts';

interface Curve {
  label: string;
  role: Role;
  points: Sample[];
  series: true;
  dash?: boolean;
  width?: number;
}

/** More samples than this are drawn no finer. */
const most = 300;

/** Every so many entries of a series, and the last. */
function thinned<T>(series: readonly T[]): { x: number; entry: T }[] {
  const every = Math.ceil(series.length / most);
  return series
    .map((entry, x) => ({ x, entry }))
    .filter(({ x }) => x % every === 0 || x === series.length - 1);
}

export function lossCurves({ losses }: Result): Curve[] {
  const shown = thinned(losses);
  const train: Curve = {
    label: 'training',
    series: true,
    role: 'function',
    points: shown.map(({ x, entry }) => ({ x, y: entry.train })),
  };
  if (at(losses, 0).test === null) return [train];
  const test: Curve = {
    label: 'test',
    series: true,
    role: 'soft',
    points: shown.map(({ x, entry }) => ({ x, y: entry.test })),
  };
  return [train, test];
}

/** Counted from 0; the last is the output. */
export const layerName = (layer: number, { layers }: Pick<Result, 'layers'>): string =>
  layer === layers.length - 1 ? 'output' : `layer ${String(layer + 1)}`;

/** The first layer in the colour of gradients, the last in ink, those between in grey. */
export function normCurves({ norms, layers }: Result): Curve[] {
  const shown = thinned(norms);
  return layers.map((_, layer) => ({
    label: layerName(layer, { layers }),
    dash: false,
    width: 1.25,
    role: layer === 0 ? 'gradient' : layer === layers.length - 1 ? 'function' : 'soft',
    series: true,
    points: shown.map(({ x, entry }) => ({ x: x + 1, y: at(entry, layer) })),
  }));
}

/** Steps that the axes show: more of them when the run has come to their end. */
export function stepRange({ steps }: Result): Range {
  const ends = [50, 100, 200, 500];
  return { min: 0, max: ends.find((end) => steps <= end) ?? 1000 };
}

/** Whole powers of ten around all that is drawn and above 0. */
export function decades(curves: readonly Curve[]): Range {
  const logs = curves
    .flatMap(({ points }) => points)
    .flatMap(({ y }) => (y !== null && y > 0 ? [Math.log10(y)] : []));
  if (logs.length === 0) return { min: 0.01, max: 1 };
  const low = Math.max(-12, Math.floor(Math.min(...logs)));
  const high = Math.max(low + 1, Math.ceil(Math.max(...logs)));
  return { min: 10 ** low, max: 10 ** Math.min(high, 308) };
}

/** The picture's colours stay so light that points stand out: certainty, 1/2 away, is not their deepest. */
export const palest = 0.9;

/** The points as the picture shows them: A blue, B orange; test points hollow. */
export const pointMarks = ({ train, test }: Result) =>
  [
    { set: test, hollow: true },
    { set: train, hollow: false },
  ].flatMap(({ set, hollow }) =>
    set.points.map(([x, y], index) => ({
      x,
      y,
      hollow,
      role: at(['input', 'gradient'] as const, at(set.labels, index)),
    })),
  );
