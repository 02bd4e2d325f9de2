/**
 * The factor by which errors shrink at each step: e to the power of the slope of the straight line
 * that fits their logarithms best (least squares), from step `first` to the last. `weigh` gives what
 * each error is divided by before. Zero where an error is exactly zero.
 */
export function measuredRate(
  errors: readonly number[],
  first: number,
  weigh: (step: number) => number = () => 1,
): number {
  const points = errors
    .map((error, step) => ({ step, log: Math.log(error / weigh(step)) }))
    .slice(first);
  if (points.some(({ log }) => log === -Infinity)) return 0;
  const middle = mean(points.map(({ step }) => step));
  const height = mean(points.map(({ log }) => log));
  const rise = mean(points.map(({ step, log }) => (step - middle) * (log - height)));
  return Math.exp(rise / mean(points.map(({ step }) => (step - middle) ** 2)));
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
