import type { Operand } from '../core/node.ts';
import { record } from '../core/record.ts';
import type { Tensor } from '../tensor.ts';
import { asTensor, zerosLike } from './constant.ts';
import { copyOf, to } from './convert.ts';
import { sumToSize } from './reduce.ts';
import { expand } from './view.ts';

/** `value` in the shape and dtype of `x`, which it replaces: no gradient reaches x. d y = d value */
export function overwrite(x: Tensor, value: Operand, name: string): Tensor {
  const source = asTensor(value, x.dtype);
  const output = copyOf(to(expand(source.detach(), x.shape), x.dtype));
  return record(output, name, [x, source], (g, i) =>
    i === 0 ? zerosLike(x) : to(sumToSize(g, source.shape), source.dtype),
  );
}
