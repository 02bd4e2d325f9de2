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
  const steps = errors.map((_, step) => step).slice(first);
  const logs = steps.map((step) => Math.log((errors[step] ?? NaN) / weigh(step)));
  if (logs.some((log) => log === -Infinity)) return 0;
  const [middle, height] = [mean(steps), mean(logs)];
  const spread = steps.map((step) => step - middle);
  const rise = mean(spread.map((from, index) => from * ((logs[index] ?? NaN) - height)));
  return Math.exp(rise / mean(spread.map((from) => from * from)));
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
