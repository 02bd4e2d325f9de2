import { enableGrad, optim, tensor } from '@calculus/autograd';
import { measuredRate } from '../shared/log-slope.ts';
import { at } from '../shared/at.ts';

/** Smaller or larger than this nothing is measured any more. */
const tiny = 1e-200;
const huge = 1e200;
const mostSteps = 600;

/** Every x, the start 1 first, in float64, until it is lost in the very small or the very large. */
export function descend(alpha: number, beta: number, lambda: number): number[] {
  return enableGrad(() => {
    const x = tensor(1, { dtype: 'float64', requiresGrad: true });
    const optimizer = new optim.SGD([x], { lr: alpha, momentum: beta });
    const values = [1];
    for (let size = 1; values.length <= mostSteps && size > tiny && size < huge;) {
      optimizer.zeroGrad();
      x.pow(2)
        .mul(lambda / 2)
        .backward();
      optimizer.step();
      size = Math.hypot(x.item(), at(values, -1));
      values.push(x.item());
    }
    return values;
  });
}

/**
 * What a step multiplies the length of (xₖ, xₖ₋₁) by, over the second half of the steps. Two places in a
 * row are never both zero while x ripples through zero, so the logarithm has no holes.
 */
export function measure(values: readonly number[]): { rate: number; from: number; to: number } {
  const lengths = values.slice(1).map((x, index) => Math.hypot(x, at(values, index)));
  const to = lengths.length - 1;
  const from = Math.floor(to / 2);
  const rate = to === 0 ? at(lengths, 0) : measuredRate(lengths, from);
  return { rate, from: from + 1, to: to + 1 };
}
