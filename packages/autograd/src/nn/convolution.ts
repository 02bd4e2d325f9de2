import { empty } from '../create.ts';
import { conv1d } from '../ops/convolution.ts';
import type { Tensor } from '../tensor.ts';
import { initialise, type WeightOptions } from './linear.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';

export interface Conv1dOptions extends WeightOptions {
  stride?: number;
  /** Zeros on either side. */
  padding?: number;
  dilation?: number;
}

/**
 * Slides a kernel over a sequence: [batch, in, length] to [batch, out, length′].
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv1d.html
 */
export class Conv1d extends Module {
  readonly weight: Parameter;
  readonly bias: Parameter | null;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;

  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: number,
    { bias = true, stride = 1, padding = 0, dilation = 1, ...options }: Conv1dOptions = {},
  ) {
    super();
    this.stride = stride;
    this.padding = padding;
    this.dilation = dilation;
    this.weight = new Parameter(empty([outChannels, inChannels, kernelSize], options));
    this.bias = bias ? new Parameter(empty([outChannels], options)) : null;
    initialise(this.weight, this.bias);
  }

  override forward(x: Tensor): Tensor {
    const { weight, bias, stride, padding, dilation } = this;
    return conv1d(x, weight, { bias, stride, padding, dilation });
  }

  protected override extraRepr(): string {
    const [out, inputs, kernel] = this.weight.shape;
    return `${inputs}, ${out}, kernel_size=(${kernel},), stride=(${this.stride},)`;
  }
}
