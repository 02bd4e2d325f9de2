import type { Ends } from './ends.ts';
import type { Axis, Curve, Sample } from './types.ts';

/** An axis as a curve has to know it. */
export type AxisEnds = Pick<Ends, 'min' | 'max'> & Pick<Axis, 'scale'>;

/** Samples of a curve as the plot can draw them, copied: what it cannot show is null, jumps are gaps. */
export function drawableSamples(
  curve: Pick<Curve, 'points' | 'markers' | 'series'>,
  x: AxisEnds,
  y: AxisEnds,
): Sample[] {
  const samples = curve.points.map((sample) => ({
    x: sample.x,
    y: sample.y !== null && shown(sample.x, x) && shown(sample.y, y) ? sample.y : null,
  }));
  return curve.markers || curve.series || samples.length < 40 ? samples : cutJumps(samples, y);
}

/** Whether an axis has a place for a value, be it beyond its ends. */
const shown = (value: number, { scale }: AxisEnds): boolean =>
  Number.isFinite(value) && (scale !== 'log' || value > 0);

/**
 * Puts a gap wherever a finely sampled curve jumps: where one sample-to-sample step crosses the whole
 * plot, or is a tenth of it and ten times as long as the steps on both sides.
 */
function cutJumps(samples: readonly Sample[], y: AxisEnds): Sample[] {
  const heights = samples.map((sample) => (sample.y === null ? NaN : share(sample.y, y)));
  return samples.flatMap((sample, i) => {
    const next = samples[i + 1];
    if (!next || !isJump(heights, i)) return [sample];
    return [sample, { x: (sample.x + next.x) / 2, y: null }];
  });
}

/** Height as a share of the plot: 0 at its foot, 1 at its top. */
function share(value: number, { min, max, scale }: AxisEnds): number {
  return scale === 'log'
    ? Math.log(value / min) / Math.log(max / min)
    : (value - min) / (max - min);
}

function isJump(heights: readonly number[], i: number): boolean {
  const rise = (k: number): number => Math.abs((heights[k + 1] ?? NaN) - (heights[k] ?? NaN));
  const from = heights[i] ?? NaN;
  const to = heights[i + 1] ?? NaN;
  if (Math.min(from, to) < 0 && Math.max(from, to) > 1) return true;
  return rise(i) > 0.1 && rise(i) > 10 * rise(i - 1) && rise(i) > 10 * rise(i + 1);
}
