import { argumentsOf, checked } from '../core/check.ts';
import { ValueError } from '../core/errors.ts';
import { zerosLike } from '../create.ts';
import { dropout as dropoutWith } from '../ops/activation.ts';
import { defaultGenerator, type Generator } from '../random/generator.ts';
import { bernoulli_ } from '../random/in-place.ts';
import type { Tensor } from '../core/tensor.ts';
import { floatRepr } from '../format/python-float.ts';
import { Module } from './module.ts';

/** The options of {@link dropout}. */
export interface DropoutOptions {
  /** The probability, 0 to 1, with which an element becomes 0. */
  p?: number;
  /** Whether anything is dropped; it is unless said otherwise. */
  training?: boolean;
  /** Where the chance comes from; the default generator unless said otherwise. */
  generator?: Generator;
}

const checkDropout = argumentsOf('Dropout p:n');

function checkProbability(p: number): void {
  if (p >= 0 && p <= 1) return;
  throw new ValueError(`dropout probability has to be between 0 and 1, but got ${p}`);
}

/**
 * Zeroes elements with probability p and divides the others by 1 − p, so that the mean stays; nothing unless
 * training. Throws ValueError if p is not from 0 to 1.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.dropout.html
 */
export const dropout = checked(
  'dropout input:T *p:n *training:b *generator:?',
  (
    x: Tensor,
    { p = 0.5, training = true, generator = defaultGenerator() }: DropoutOptions = {},
  ): Tensor => {
    const keep = (like: Tensor, probability: number) =>
      bernoulli_(zerosLike(like.detach()), probability, generator);
    return dropoutWith(x, { p, training, keep });
  },
);

/**
 * Zeroes elements with probability p and divides the others by 1 − p while training, and does nothing in
 * evaluation. Throws ValueError if p is not from 0 to 1.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout.html
 */
export class Dropout extends Module {
  /** The probability with which an element becomes 0. */
  readonly p: number;

  constructor(p = 0.5) {
    super();
    checkDropout(p);
    checkProbability(p);
    this.p = p;
  }

  override forward(x: Tensor): Tensor {
    return dropout(x, { p: this.p, training: this.training });
  }

  protected override extraRepr(): string {
    return `p=${floatRepr(this.p)}, inplace=False`;
  }
}
