import { RuntimeError } from '../core/errors.ts';
import type { Operand } from '../core/node.ts';
import { record } from '../core/record.ts';
import { broadcastShapes } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { asTensor, zerosLike } from '../core/constant.ts';
import { copyOf } from '../core/make.ts';
import { to } from './convert.ts';
import { sumToSize } from './expand.ts';
import { expand } from './expand.ts';

/** `value` in the shape and dtype of `x`, which it replaces: no gradient reaches x. d y = d value */
export function overwrite(x: Tensor, value: Operand, name: string): Tensor {
  const source = asTensor(value, x.dtype);
  const shape = broadcastShapes(x.shape, source.shape);
  const output = copyOf(to(expand(source.detach(), shape), x.dtype));
  return record(output, name, [x, source], (g, i) =>
    i === 0 ? zerosLike(x) : to(sumToSize(g, source.shape), source.dtype),
  );
}

/** `value`, a number or a 0-dim tensor, everywhere. */
export function filledBy(x: Tensor, value: Operand): Tensor {
  if (typeof value !== 'object') return overwrite(x, value, 'FillBackward2');
  const dims = value.dim();
  if (dims === 0) return overwrite(x, value, 'FillBackward3');
  throw new RuntimeError(
    `fill_ only supports 0-dimension value tensor but got tensor with ${dims} dimensions.`,
  );
}
