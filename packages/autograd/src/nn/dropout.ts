import { ValueError } from '../core/errors.ts';
import { zerosLike } from '../create.ts';
import { dropout as dropoutWith } from '../ops/activation.ts';
import { defaultGenerator, type Generator } from '../random/generator.ts';
import { bernoulli_ } from '../random/in-place.ts';
import type { Tensor } from '../tensor.ts';
import { floatRepr } from '../format/python-float.ts';
import { Module } from './module.ts';

export interface DropoutOptions {
  p?: number;
  training?: boolean;
  generator?: Generator;
}

function checkProbability(p: number): void {
  if (p >= 0 && p <= 1) return;
  throw new ValueError(`dropout probability has to be between 0 and 1, but got ${p}`);
}

/**
 * Zeroes elements with probability p and divides the others by 1 − p; nothing unless training.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.dropout.html
 */
export function dropout(
  x: Tensor,
  { p = 0.5, training = true, generator = defaultGenerator() }: DropoutOptions = {},
): Tensor {
  const keep = (like: Tensor, probability: number) =>
    bernoulli_(zerosLike(like.detach()), probability, generator);
  return dropoutWith(x, { p, training, keep });
}

/** Dropout as a layer. https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout.html */
export class Dropout extends Module {
  readonly p: number;

  constructor(p = 0.5) {
    super();
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
