import { argumentsOf } from '../core/check.ts';
import { floatRepr } from '../format/python-float.ts';
import * as activation from '../ops/activation.ts';
import { logSoftmax, softmax } from '../ops/softmax.ts';
import type { Tensor } from '../core/tensor.ts';
import { Module } from './module.ts';

const checkGELU = argumentsOf('GELU *approximate:s');
const checkLeakyReLU = argumentsOf('LeakyReLU negativeSlope:n');
const checkELU = argumentsOf('ELU alpha:n');
const checkSoftmax = argumentsOf('Softmax dim:i');

/**
 * max(x, 0) of each element.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.ReLU.html
 */
export class ReLU extends Module {
  override forward(x: Tensor): Tensor {
    return activation.relu(x);
  }
}

/**
 * tanh x of each element.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Tanh.html
 */
export class Tanh extends Module {
  override forward(x: Tensor): Tensor {
    return x.tanh();
  }
}

/**
 * 1/(1 + e⁻ˣ) of each element.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Sigmoid.html
 */
export class Sigmoid extends Module {
  override forward(x: Tensor): Tensor {
    return activation.sigmoid(x);
  }
}

/**
 * x σ(x) of each element.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.SiLU.html
 */
export class SiLU extends Module {
  override forward(x: Tensor): Tensor {
    return activation.silu(x);
  }
}

/**
 * x Φ(x) of each element, Φ the normal distribution's; or its approximation by tanh.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.GELU.html
 */
export class GELU extends Module {
  /** 'none' for x Φ(x) itself. */
  readonly approximate: 'none' | 'tanh';

  constructor(options: { approximate?: 'none' | 'tanh' } = {}) {
    super();
    checkGELU(options);
    this.approximate = options.approximate ?? 'none';
  }

  override forward(x: Tensor): Tensor {
    return activation.gelu(x, this);
  }

  protected override extraRepr(): string {
    return `approximate='${this.approximate}'`;
  }
}

/**
 * x of each element, or `negativeSlope` of it where it is negative.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html
 */
export class LeakyReLU extends Module {
  /** The slope below 0. */
  readonly negativeSlope: number;

  constructor(negativeSlope = 0.01) {
    super();
    checkLeakyReLU(negativeSlope);
    this.negativeSlope = negativeSlope;
  }

  override forward(x: Tensor): Tensor {
    return activation.leakyRelu(x, this.negativeSlope);
  }

  protected override extraRepr(): string {
    return `negative_slope=${floatRepr(this.negativeSlope)}`;
  }
}

/**
 * x of each element above 0, α (eˣ − 1) below.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.ELU.html
 */
export class ELU extends Module {
  /** −α is what it tends to below 0. */
  readonly alpha: number;

  constructor(alpha = 1) {
    super();
    checkELU(alpha);
    this.alpha = alpha;
  }

  override forward(x: Tensor): Tensor {
    return activation.elu(x, this.alpha);
  }

  protected override extraRepr(): string {
    return `alpha=${floatRepr(this.alpha)}`;
  }
}

/**
 * log(1 + eˣ) of each element.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Softplus.html
 */
export class Softplus extends Module {
  override forward(x: Tensor): Tensor {
    return activation.softplus(x);
  }

  protected override extraRepr(): string {
    return 'beta=1, threshold=20';
  }
}

/**
 * eˣ / Σ eˣ along `dim`: positive numbers that add up to 1. `forward` throws IndexError if there is no such
 * dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmax.html
 */
export class Softmax extends Module {
  /** The dimension along which they add up; counted from the end if negative. */
  readonly dim: number;

  constructor(dim: number) {
    super();
    checkSoftmax(dim);
    this.dim = dim;
  }

  override forward(x: Tensor): Tensor {
    return softmax(x, this.dim);
  }

  protected override extraRepr(): string {
    return `dim=${this.dim}`;
  }
}

/**
 * x − ln Σ eˣ along `dim`, the logarithm of {@link Softmax}.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.LogSoftmax.html
 */
export class LogSoftmax extends Softmax {
  override forward(x: Tensor): Tensor {
    return logSoftmax(x, this.dim);
  }
}
