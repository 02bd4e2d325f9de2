import { floatRepr } from '../format/python-float.ts';
import * as activation from '../ops/activation.ts';
import { logSoftmax, softmax } from '../ops/softmax.ts';
import type { Tensor } from '../tensor.ts';
import { Module } from './module.ts';

/** max(x, 0) */
export class ReLU extends Module {
  override forward(x: Tensor): Tensor {
    return activation.relu(x);
  }
}

/** tanh x, elementwise. https://pytorch.org/docs/stable/generated/torch.nn.Tanh.html */
export class Tanh extends Module {
  override forward(x: Tensor): Tensor {
    return x.tanh();
  }
}

/** 1/(1 + e⁻ˣ) */
export class Sigmoid extends Module {
  override forward(x: Tensor): Tensor {
    return activation.sigmoid(x);
  }
}

/** x σ(x) */
export class SiLU extends Module {
  override forward(x: Tensor): Tensor {
    return activation.silu(x);
  }
}

/** x Φ(x), or its approximation by tanh. */
export class GELU extends Module {
  readonly approximate: 'none' | 'tanh';

  constructor({ approximate = 'none' }: { approximate?: 'none' | 'tanh' } = {}) {
    super();
    this.approximate = approximate;
  }

  override forward(x: Tensor): Tensor {
    return activation.gelu(x, this);
  }

  protected override extraRepr(): string {
    return `approximate='${this.approximate}'`;
  }
}

/** x, or a fraction of it where it is negative. */
export class LeakyReLU extends Module {
  readonly negativeSlope: number;

  constructor(negativeSlope = 0.01) {
    super();
    this.negativeSlope = negativeSlope;
  }

  override forward(x: Tensor): Tensor {
    return activation.leakyRelu(x, this.negativeSlope);
  }

  protected override extraRepr(): string {
    return `negative_slope=${floatRepr(this.negativeSlope)}`;
  }
}

/** x above 0, α (eˣ − 1) below. https://pytorch.org/docs/stable/generated/torch.nn.ELU.html */
export class ELU extends Module {
  readonly alpha: number;

  constructor(alpha = 1) {
    super();
    this.alpha = alpha;
  }

  override forward(x: Tensor): Tensor {
    return activation.elu(x, this.alpha);
  }

  protected override extraRepr(): string {
    return `alpha=${floatRepr(this.alpha)}`;
  }
}

/** log(1 + eˣ) */
export class Softplus extends Module {
  override forward(x: Tensor): Tensor {
    return activation.softplus(x);
  }

  protected override extraRepr(): string {
    return 'beta=1, threshold=20';
  }
}

/** Positive numbers that add up to 1 along a dimension. */
export class Softmax extends Module {
  readonly dim: number;

  constructor(dim: number) {
    super();
    this.dim = dim;
  }

  override forward(x: Tensor): Tensor {
    return softmax(x, this.dim);
  }

  protected override extraRepr(): string {
    return `dim=${this.dim}`;
  }
}

/** ln softmax along `dim`. https://pytorch.org/docs/stable/generated/torch.nn.LogSoftmax.html */
export class LogSoftmax extends Softmax {
  override forward(x: Tensor): Tensor {
    return logSoftmax(x, this.dim);
  }
}
