import { requiresGrad_ } from '../autograd/leaf.ts';
import type { Operand } from '../core/node.ts';
import { Tensor } from '../core/tensor.ts';
import * as chosen from '../ops/where.ts';
import { tensorText } from '../format/repr.ts';
import * as convert from './convert.ts';
import { iterate, toArray, tolist } from './elements.ts';
import * as functions from './functions.ts';
import * as getters from './getters.ts';
import * as inPlace from './in-place.ts';
import { type GettersOf, type MethodsOf, install, installGetters } from './install.ts';
import * as sizes from './sizes.ts';

/** `x` where `condition`, a bool tensor, holds, else `other`. */
function where(x: Tensor, condition: Tensor, other: Operand): Tensor {
  return chosen.where(condition, x, other);
}

/** Without the depth and the options that a console adds. */
const text = (x: Tensor): string => tensorText(x);

declare module '../core/tensor.ts' {
  interface Tensor
    extends
      MethodsOf<typeof functions>,
      MethodsOf<typeof sizes>,
      MethodsOf<typeof convert>,
      MethodsOf<typeof inPlace>,
      GettersOf<typeof getters> {
    /** {@link requiresGrad_} */
    requiresGrad_(value?: boolean): this;
    /** {@link tolist} */
    tolist(): ReturnType<typeof tolist>;
    /** {@link toArray} */
    toArray(): number[];
    /** This where `condition`, a bool tensor, holds, else `other`: {@link chosen.where}. */
    where(condition: Tensor, other: Operand): Tensor;
    /** {@link iterate} */
    [Symbol.iterator](): Generator<Tensor>;
    /** As PyTorch prints it: {@link tensorText}. */
    toString(): string;
  }
}

export { Tensor };

/** Gives tensors all their methods. Called once, by the door. */
export function installMethods(): void {
  install({
    ...functions,
    ...sizes,
    ...convert,
    ...inPlace,
    requiresGrad_,
    tolist,
    toArray,
    where,
    [Symbol.iterator]: iterate,
    toString: text,
    // What Node's console prints.
    [Symbol.for('nodejs.util.inspect.custom')]: text,
  });
  installGetters(getters);
}
