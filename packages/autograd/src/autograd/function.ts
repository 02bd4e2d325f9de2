import { RuntimeError } from '../core/errors.ts';
import { noGrad } from '../core/grad-mode.ts';
import { record } from '../core/record.ts';
import { type Shape, showShape } from '../core/shape.ts';
import { clone } from '../ops/convert.ts';
import { sumToSize } from '../ops/reduce.ts';
import type { Tensor } from '../tensor.ts';
import { interrupt } from './engine.ts';

/** What `forward` hands to `backward`; a fresh one at each call. */
export interface Context {
  /** Keeps tensors for `backward`. They are not guarded: neither against changes in place nor freed after it. */
  saveForBackward(...tensors: Tensor[]): void;
  /** What was saved last, in its order. */
  readonly savedTensors: readonly Tensor[];
  /** For each argument, whether it is a tensor that requires grad. */
  readonly needsInputGrad: readonly boolean[];
  /** For anything else that `backward` needs. */
  [key: string]: unknown;
}

/** What `customFunction` makes an operation of. */
export interface FunctionDefinition<Arguments extends unknown[]> {
  /** The name that `gradFn` shows, followed by `Backward`. */
  name: string;
  /** Computes the result; what it does is not recorded. */
  forward(context: Context, ...args: Arguments): Tensor;
  /**
   * From the gradient of the result to one for each argument, in order; null where there is none. One alone need
   * not be a list. Recorded if a graph is created.
   */
  backward(context: Context, gradient: Tensor): Tensor | null | readonly (Tensor | null)[];
}

/**
 * An operation with a derivative of one's own: what a subclass of `torch.autograd.Function` is in PyTorch, with one
 * tensor as its result. Called with the arguments of `forward`, which may be anything.
 * Shapes: a gradient has the shape of its input or is broadcast over it, and is then summed; `backward` of the result
 * throws RuntimeError if it has another.
 *
 * @see https://docs.pytorch.org/docs/stable/autograd.html#torch.autograd.Function
 */
export function customFunction<Arguments extends unknown[]>(
  { name, forward, backward }: FunctionDefinition<Arguments>,
  isTensor: (argument: unknown) => argument is Tensor = looksLikeTensor,
): (...args: Arguments) => Tensor {
  return (...args) => {
    const places = [...args.keys()].filter((place) => isTensor(args[place]));
    const inputs = places.map((place) => args[place] as Tensor);
    let saved: readonly Tensor[] = [];
    const context: Context = {
      saveForBackward: (...tensors: Tensor[]) => {
        saved = tensors;
      },
      get savedTensors() {
        return saved;
      },
      needsInputGrad: args.map((argument) => isTensor(argument) && argument.requiresGrad),
    };
    const output = noGrad(() => forward(context, ...args));
    const fresh = inputs.includes(output) ? output.clone().detach() : output;
    const shapes = inputs.map(({ shape }) => shape);
    return record(fresh, `${name}Backward`, inputs, (gradient, i) => {
      const given = [interrupt(() => backward(context, gradient))].flat() as (Tensor | null)[];
      // A copy, because what is returned may be a saved tensor, and `grad` must be nobody else's.
      const found = given[places[i] as number] ?? null;
      if (found === null) return null;
      const fitting = fitted(found, shapes[i] as Shape, name, i);
      return fitting === gradient ? gradient : clone(fitting);
    });
  };
}

/** The gradient for an input of `shape`, summed where it is broadcast over it. */
function fitted(gradient: Tensor, shape: Shape, name: string, i: number): Tensor {
  const lead = gradient.dim() - shape.length;
  if (lead < 0 || shape.some((size, d) => size !== 1 && size !== gradient.shape[lead + d])) {
    throw new RuntimeError(
      `Function ${name}Backward returned an invalid gradient at index ${i} - got ` +
        `${showShape(gradient.shape)} but expected shape compatible with ${showShape(shape)}`,
    );
  }
  return sumToSize(gradient, shape);
}

function looksLikeTensor(argument: unknown): argument is Tensor {
  return typeof argument === 'object' && argument !== null && 'gradFn' in argument;
}
