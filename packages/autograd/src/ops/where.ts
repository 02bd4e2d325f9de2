import { checked } from '../core/check.ts';
import { allocate } from '../core/allocate.ts';
import { typeName } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { elementsAs, wrap } from '../core/make.ts';
import { type Operand, UNCHECKED } from '../core/node.ts';
import { record } from '../core/record.ts';
import { broadcastShapes } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { asTensor, zerosLike } from '../core/constant.ts';
import { resultType } from './define.ts';
import { sumToSize } from './expand.ts';
import { to } from './convert.ts';
import { expand } from './expand.ts';

/**
 * `a` where `condition` holds, else `b`; each gradient goes where its input was taken.
 * Shapes: all three broadcast. Dtypes: `condition` is bool, `a` and `b` are promoted.
 * Throws RuntimeError if `condition` is not bool or the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.where.html
 */
export const where = checked(
  'where condition:T input:O other:O',
  (condition: Tensor, a: Operand, b: Operand): Tensor => {
    if (condition.dtype !== 'bool') {
      throw new RuntimeError(
        `where expected condition to be a boolean tensor, but got a tensor with dtype ${typeName(condition.dtype)}`,
      );
    }
    const dtype = resultType(a, b);
    const x = asTensor(a, dtype);
    const y = asTensor(b, dtype);
    const shape = broadcastShapes(broadcastShapes(condition.shape, x.shape), y.shape);
    const pick = (operand: Tensor): ArrayLike<number> =>
      elementsAs(expand(operand.detach(), shape), dtype);
    const truth = elementsAs(expand(condition, shape), 'bool');
    const yes = pick(x);
    const no = pick(y);
    const data = allocate(dtype, truth.length);
    for (let k = 0; k < data.length; k++) data[k] = (truth[k] === 0 ? no[k] : yes[k]) as number;
    const vjp = (g: Tensor, i: number): Tensor => {
      const zero = zerosLike(g);
      const taken = i === 0 ? where(condition, g, zero) : where(condition, zero, g);
      const input = i === 0 ? x : y;
      return to(sumToSize(taken, input.shape), input.dtype);
    };
    return record(wrap(data, shape, dtype), 'WhereBackward0', [x, y], vjp, UNCHECKED);
  },
);
