import { conv1d } from '../ops/convolution.ts';
import type { Tensor } from '../tensor.ts';
import { WeightedLayer, type WeightOptions } from './linear.ts';

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
export class Conv1d extends WeightedLayer {
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;

  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: number,
    { stride = 1, padding = 0, dilation = 1, ...options }: Conv1dOptions = {},
  ) {
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
