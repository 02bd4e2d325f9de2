import { argumentsOf } from '../core/check.ts';
import { conv1d } from '../ops/convolution.ts';
import type { Tensor } from '../core/tensor.ts';
import { WeightedLayer, type WeightOptions } from './linear.ts';

/** The options of {@link Conv1d}. */
export interface Conv1dOptions extends WeightOptions {
  /** How far apart windows start; 1 unless said otherwise. */
  stride?: number;
  /** Zeros on either side. */
  padding?: number;
  /** The step between the entries of the kernel; 1 unless said otherwise. */
  dilation?: number;
}

const checkConv1d = argumentsOf(
  'Conv1d inChannels:i outChannels:i kernelSize:i *stride:i *padding:i *dilation:i *bias:b *dtype:d',
);

/**
 * Slides a kernel over a sequence: [batch, in, length] → [batch, out, length′]; {@link conv1d} says how long
 * that is, and what is refused.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv1d.html
 */
export class Conv1d extends WeightedLayer {
  /** How far apart windows start. */
  readonly stride: number;
  /** Zeros on either side. */
  readonly padding: number;
  /** The step between the entries of the kernel. */
  readonly dilation: number;

  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: number,
    given: Conv1dOptions = {},
  ) {
    checkConv1d(inChannels, outChannels, kernelSize, given);
    const { stride = 1, padding = 0, dilation = 1, ...options } = given;
    super([outChannels, inChannels, kernelSize], options);
    this.stride = stride;
    this.padding = padding;
    this.dilation = dilation;
  }

  override forward(x: Tensor): Tensor {
    return conv1d(x, this.weight, this);
  }

  protected override extraRepr(): string {
    const [out, inputs, kernel] = this.weight.shape;
    return `${inputs}, ${out}, kernel_size=(${kernel},), stride=(${this.stride},)`;
  }
}
