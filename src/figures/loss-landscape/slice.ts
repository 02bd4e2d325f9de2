import { noGrad, tensor } from '@calculus/autograd';
import type { Range, Work } from '../shared/contract.ts';
import type { Field } from '../shared/field.ts';
import { orNull } from '../shared/finite.ts';
import { places } from '../shared/sample-curve.ts';
import type { Pair } from './directions.ts';
import type { Problem } from './network.ts';

/** Samples along each direction: odd, so that the middle is the trained network. */
export const samples = 41;

/** The loss at θ + x d₁ + y d₂ over a square, row by row from below. */
export function* sliceOf(
  { loss }: Pick<Problem, 'loss'>,
  theta: readonly number[],
  [first, second]: Pair,
  range: Range,
  count = samples,
): Work<Field> {
  const [centre, d1, d2] = [theta, first, second].map((one) => tensor(one, { dtype: 'float64' }));
  const axis = places(range, count);
  const values: Field['values'] = [];
  if (!centre || !d1 || !d2) throw new RangeError('sliceOf: two directions and a centre');
  for (const [row, y] of axis.entries()) {
    yield row / count;
    noGrad(() => {
      const start = centre.add(d2, { alpha: y });
      for (const x of axis) values.push(orNull(loss(start.add(d1, { alpha: x })).item()));
    });
  }
  return { columns: count, rows: count, values };
}
