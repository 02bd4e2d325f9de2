import { storageOf, valueOf } from '../core/base.ts';
import { round } from '../core/dtype.ts';
import { scalarTensor } from '../core/make.ts';
import { countChange, record } from '../core/record.ts';
import { kernelsFor } from '../kernels/kernels.ts';
import { copyOf } from '../core/make.ts';
import type { Tensor } from '../core/tensor.ts';

/** Adds what arrived at a leaf to its `grad`. `owned`: nobody else holds the gradient. */
export function accumulate(
  leaf: Tensor,
  gradient: Tensor,
  owned: boolean,
  createGraph: boolean,
): void {
  const held = leaf.gradient;
  if (createGraph) leaf.gradient = held === null ? copyOfRecorded(gradient) : held.add(gradient);
  else if (held === null) leaf.gradient = owned ? gradient : copyOf(gradient);
  else addInPlace(held, gradient);
}

function copyOfRecorded(gradient: Tensor): Tensor {
  return record(copyOf(gradient), 'torch::autograd::CopyBackwards', [gradient], (g) => g);
}

/** The same for a gradient that is a number. */
export function accumulateNumber(leaf: Tensor, gradient: number): void {
  const held = leaf.gradient;
  if (held === null) leaf.gradient = scalarTensor(gradient, leaf.dtype);
  else if (held.storage === null) addNumber(held, gradient);
  else addInPlace(held, scalarTensor(gradient, leaf.dtype));
}

function addNumber(total: Tensor, term: number): void {
  total.scalar = round(total.dtype, total.scalar + term);
  countChange(total);
}

/** total += term, for tensors of one shape and dtype; not recorded. */
export function addInPlace(total: Tensor, term: Tensor): void {
  const { storage, offset } = total;
  if (storage === null) {
    addNumber(total, valueOf(term));
  } else if (total.isContiguous()) {
    const source = term.contiguous();
    const { data } = storage;
    const from = storageOf(source).data;
    const { add: addLoop } = kernelsFor(total.dtype);
    addLoop(data, offset, 1, from, source.offset, 1, data, offset, total.numel());
    countChange(total);
  } else {
    total.detach().add_(term);
  }
}
