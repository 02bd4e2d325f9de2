import { type Tensor, matmul, mseLoss, noGrad } from '../src/index.ts';
import { utils } from '../src/nn/index.ts';
import { nested } from './tensors.ts';

interface ClipInputs {
  grads: unknown[];
  max_norm: number;
  norm_type: number | string;
  value: number;
}

/** Clipping by norm and by value of given gradients. */
export function clip({ grads, max_norm: maxNorm, norm_type: normType, value }: ClipInputs): object {
  const withGradients = () =>
    grads.map((grad) => {
      const gradient = nested(grad);
      const leaf = gradient.clone().requiresGrad_();
      leaf.grad = gradient;
      return leaf;
    });
  const gradientsOf = (leaves: Tensor[]) => leaves.map((leaf) => leaf.grad?.tolist());
  const byNorm = withGradients();
  const total = utils.clipGradNorm(byNorm, maxNorm, { normType: Number(normType) });
  const byValue = withGradients();
  utils.clipGradValue(byValue, value);
  return { total_norm: total.item(), by_norm: gradientsOf(byNorm), by_value: gradientsOf(byValue) };
}

interface ClipTrainInputs {
  W: number[][];
  x: number[];
  target: number[];
  max_norm: number;
  lr: number;
  unroll: number;
}

/** A recurrent product whose gradient explodes, kept in bounds by clipping. */
export function clipTrain(
  inputs: ClipTrainInputs,
  _: unknown,
  expected: Record<string, unknown>,
): object {
  const W = nested(inputs.W, 'float64', true);
  const [x, target] = [nested(inputs.x), nested(inputs.target)];
  const steps = (expected['steps'] as unknown[]).map(() => {
    W.grad = null;
    let h = x;
    for (let i = 0; i < inputs.unroll; i++) h = matmul(W, h);
    const loss = mseLoss(h, target);
    loss.backward();
    const norm = utils.clipGradNorm([W], inputs.max_norm);
    noGrad(() => W.sub_(W.grad as Tensor, { alpha: inputs.lr }));
    return { loss: loss.item(), grad_norm: norm.item(), W: W.tolist() };
  });
  return { steps };
}
