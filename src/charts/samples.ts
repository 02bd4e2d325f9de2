import type { Frame, FramedAxis } from './frame.ts';
import type { Curve, Sample } from './types.ts';

/** So far outside the plot that a line towards it keeps its slope; canvases fail on larger numbers. */
const far = 1000;

/** Samples of a curve as the plot can draw them: what it cannot show is null, jumps are gaps. */
export function drawableSamples(curve: Curve, { x, y }: Frame): Sample[] {
  const samples = curve.points.map((sample) => ({ x: sample.x, y: drawable(sample, x, y) }));
  return curve.markers || samples.length < 40 ? samples : cutJumps(samples, y);
}

function drawable({ x: at, y: value }: Sample, x: FramedAxis, y: FramedAxis): number | null {
  if (value === null || !Number.isFinite(value) || !Number.isFinite(at)) return null;
  if ((x.log && at <= 0) || (y.log && value <= 0)) return null;
  if (y.log) return Math.max(y.min * 1e-9, value);
  const reach = (y.max - y.min) * far;
  return Math.max(y.min - reach, Math.min(y.max + reach, value));
}

/**
 * Puts a gap wherever a finely sampled curve jumps: where one sample-to-sample step crosses the whole
 * plot, or is a tenth of it and ten times as long as the steps on both sides.
 */
export function cutJumps(samples: readonly Sample[], y: FramedAxis): Sample[] {
  const heights = samples.map((sample) => (sample.y === null ? NaN : share(sample.y, y)));
  return samples.flatMap((sample, i) => {
    const next = samples[i + 1];
    if (!next || !isJump(heights, i)) return [sample];
    return [sample, { x: (sample.x + next.x) / 2, y: null }];
  });
}

/** Height as a share of the plot: 0 at its foot, 1 at its top. */
function share(value: number, y: FramedAxis): number {
  const foot = y.toPixel(y.min);
  return (y.toPixel(value) - foot) / (y.toPixel(y.max) - foot);
}

function isJump(heights: readonly number[], i: number): boolean {
  const rise = (k: number): number => Math.abs((heights[k + 1] ?? NaN) - (heights[k] ?? NaN));
  const from = heights[i] ?? NaN;
  const to = heights[i + 1] ?? NaN;
  if (Math.min(from, to) < 0 && Math.max(from, to) > 1) return true;
  return rise(i) > 0.1 && rise(i) > 10 * rise(i - 1) && rise(i) > 10 * rise(i + 1);
}
