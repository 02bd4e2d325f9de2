import { elements } from '../core/make.ts';
import type { Tensor } from '../core/tensor.ts';
import { type PrintableOptimizer, formatOptimizer } from './optimizer-format.ts';
import { type PrintOptions, getPrintOptions } from './print-options.ts';
import { formatTensor } from './tensor-format.ts';

/**
 * A tensor as PyTorch's `print(x)` shows it: `tensor([1., 2.], grad_fn=<MulBackward0>)`; or an optimiser with
 * its groups. Printed by the options given, else by those of `setPrintOptions`.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.set_printoptions.html
 */
export function repr(
  shown: Tensor | PrintableOptimizer,
  options: PrintOptions = getPrintOptions(),
): string {
  return 'paramGroups' in shown ? formatOptimizer(shown) : tensorText(shown, options);
}

/** A tensor as PyTorch's `print(x)` shows it. */
export function tensorText(tensor: Tensor, options: PrintOptions = getPrintOptions()): string {
  const { shape, dtype, requiresGrad } = tensor;
  const gradFn = tensor.gradFn?.name.replace(/^.*::/, '') ?? null;
  const data = elements(tensor);
  const text = formatTensor({ shape, dtype, requiresGrad, gradFn, data }, options);
  return 'isParameter' in tensor ? `Parameter containing:\n${text}` : text;
}
