import { checkNamed } from '../core/check.ts';
import type { DType } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { noGrad } from '../core/grad-mode.ts';
import { OUTPUT, UNCHECKED } from '../core/node.ts';
import { record } from '../core/record.ts';
import { type Shape, showShape } from '../core/shape.ts';
import { to } from '../ops/convert.ts';
import { sumToSize } from '../ops/expand.ts';
import type { Tensor } from '../core/tensor.ts';
import { currentRun, interrupt } from './engine.ts';

/** What `forward` hands to `backward`; a fresh one at each call. */
export interface Context {
  /**
   * Keeps tensors for `backward`, which throws RuntimeError if an input or the result among them was changed in place
   * since, or if it ran before without `retainGraph`.
   */
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
  forward: (context: Context, ...args: Arguments) => Tensor;
  /**
   * From the gradient of the result to one for each argument, in order; null where there is none. One alone need
   * not be a list. Recorded if a graph is created.
   */
  backward: (context: Context, gradient: Tensor) => Tensor | null | readonly (Tensor | null)[];
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
  checkDefinition({ name, forward, backward });
  return (...args) => {
    const positions = [...args.keys()].filter((i) => isTensor(args[i]));
    const inputs = args.filter(isTensor);
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
    const dtypes = inputs.map(({ dtype }) => dtype);
    const gradients = once((gradient) => [backward(context, gradient)].flat());
    const vjp = (gradient: Tensor, i: number): Tensor | null => {
      const found = gradients(gradient)[positions[i] as number] ?? null;
      if (found === null) return null;
      const fitting = to(fitted(found, shapes[i] as Shape, name, i), dtypes[i] as DType);
      // A copy, because what is returned may be a saved tensor, and `grad` must be nobody else's.
      return fitting === gradient ? gradient : fitting.clone();
    };
    return record(fresh, `${name}Backward`, inputs, vjp, savesOf(saved, inputs, fresh));
  };
}

type Gradients = readonly (Tensor | null)[];

/** `backward`, called once in each run, and not once for each input. */
function once(backward: (gradient: Tensor) => Gradients): (gradient: Tensor) => Gradients {
  let last: object | null = null;
  let found: Gradients = [];
  return (gradient) => {
    const run = currentRun();
    if (run === null || run !== last) found = interrupt(() => backward(gradient));
    last = run;
    return found;
  };
}

/** What must be unchanged, of inputs and output, and whether anything is to be let go of. */
function savesOf(saved: readonly Tensor[], inputs: readonly Tensor[], output: Tensor): number {
  if (saved.length === 0) return 0;
  // Inputs whose bit would be one of the other flags are let go of, and not checked.
  const bits = inputs.map((input, i) => (saved.includes(input) && i < 25 ? 1 << i : 0));
  return bits.reduce(
    (all, bit) => all | bit,
    saved.includes(output) ? UNCHECKED | OUTPUT : UNCHECKED,
  );
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

function checkDefinition(definition: object): void {
  checkNamed('customFunction *name:s *forward:f *backward:f', definition);
}

function looksLikeTensor(argument: unknown): argument is Tensor {
  return typeof argument === 'object' && argument !== null && 'gradFn' in argument;
}
