import * as gradients from './autograd/grad.ts';
import type { Node } from './core/node.ts';
import { type TensorOptions, numberTensor } from './create.ts';
import { BasicMethods } from './methods/basic.ts';
import { InPlaceMethods } from './methods/inplace.ts';
import { PointwiseMethods } from './methods/pointwise.ts';
import * as arithmetic from './ops/arithmetic.ts';
import * as power from './ops/power.ts';
import { type Tensor as AnyTensor, attach } from './tensor.ts';

/*
 * The second door, for programs on single numbers: it spares them what tensors with dimensions need. Its
 * tensors are those of the first door without the methods that mean nothing for a number. A program may
 * come in by both; then its tensors have all methods.
 */

export type { DType } from './core/dtype.ts';
export { RuntimeError } from './core/errors.ts';
export { enableGrad, isGradEnabled, noGrad } from './core/grad-mode.ts';
export type { Node, TensorOptions };

/** What the class itself offers on a number. */
type Own =
  | 'dtype'
  | 'version'
  | 'grad'
  | 'requiresGrad'
  | 'requiresGrad_'
  | 'isLeaf'
  | 'gradFn'
  | 'backward'
  | 'detach'
  | 'registerHook'
  | 'retainGrad'
  | 'item';

type Offered = Own | keyof BasicMethods | keyof PointwiseMethods | keyof InPlaceMethods;

/** A number with the history that made it. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface is shown by its name
export interface Tensor extends Here<Pick<AnyTensor, Offered>> {}

/** A type of the first door with the tensors of this one. */
type Here<Type> = Type extends AnyTensor
  ? Tensor
  : Type extends (...inputs: infer Inputs) => infer Output
    ? // Written as a method, so that a tensor of the first door will do as one of this.
      { call(...inputs: Here<Inputs>): Here<Output> }['call']
    : Type extends Node
      ? Type
      : Type extends object
        ? { [Key in keyof Type]: Here<Type[Key]> }
        : Type;

/** A tensor or a plain number. */
export type Operand = number | Tensor;
/** Options of `backward`, with the tensors of this door. */
export type BackwardOptions = Here<gradients.BackwardOptions>;
/** Options of `grad`, with the tensors of this door. */
export type GradOptions = Here<gradients.GradOptions>;

/**
 * `value` as a tensor, float32 unless `dtype` says otherwise.
 * Throws TypeError if it is no number, RuntimeError if a tensor of int64 or bool is to require grad.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.tensor.html
 */
export function tensor(value: number, options: TensorOptions = {}): Tensor {
  if (typeof value !== 'number') throw new TypeError('tensor: by this door only a number comes in');
  return numberTensor(value, options);
}

type Several = Tensor | readonly Tensor[];

/**
 * The gradients of the sum of `outputs` with respect to `inputs`: {@link gradients.grad}
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.autograd.grad.html
 */
export const grad = gradients.grad as unknown as {
  (
    outputs: Several,
    inputs: Several,
    options: GradOptions & { allowUnused: true },
  ): (Tensor | null)[];
  (outputs: Several, inputs: Several, options?: GradOptions): Tensor[];
};

// The functions for a number before a tensor: 3 − x is sub(3, x).
/**
 * {@link arithmetic.add} of numbers and tensors of one.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.add.html
 */
export const add: Here<typeof arithmetic.add> = arithmetic.add;
/**
 * {@link arithmetic.sub} of numbers and tensors of one.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.sub.html
 */
export const sub: Here<typeof arithmetic.sub> = arithmetic.sub;
/**
 * {@link arithmetic.mul} of numbers and tensors of one.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.mul.html
 */
export const mul: Here<typeof arithmetic.mul> = arithmetic.mul;
/**
 * {@link arithmetic.div} of numbers and tensors of one.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.div.html
 */
export const div: Here<typeof arithmetic.div> = arithmetic.div;
/**
 * {@link power.pow} of numbers and tensors of one.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.pow.html
 */
export const pow: Here<typeof power.pow> = power.pow;

attach(BasicMethods, PointwiseMethods, InPlaceMethods);
