import { checked } from '../core/check.ts';
import { isClose } from '../allclose.ts';
import { allocate } from '../core/allocate.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { enableGrad, noGrad } from '../core/grad-mode.ts';
import { elements, wrap } from '../core/make.ts';
import { numel } from '../core/shape.ts';
import { copyOf } from '../core/make.ts';
import type { Tensor } from '../core/tensor.ts';
import { jacobian } from './jacobian.ts';
import { grad } from './grad.ts';

/** Options of `gradcheck` and `gradgradcheck`. */
export interface GradcheckOptions {
  /** The step of the central differences, in units of the input. */
  eps?: number;
  /** How far two numbers may be apart. */
  atol?: number;
  /** How far besides, as a part of the number from central differences. */
  rtol?: number;
  /** Throw RuntimeError with both numbers (the default) or return false. */
  raiseException?: boolean;
}

type Checked = (...inputs: Tensor[]) => Tensor;

/**
 * Whether the gradients of `f` for those `inputs` that require grad equal central differences. In float32 the
 * differences are too coarse to agree: give float64.
 * Throws RuntimeError where they do not (unless `raiseException` is false) or if `f` gives no single tensor,
 * ValueError if no input requires grad.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.autograd.gradcheck.gradcheck.html
 */
export const gradcheck = checked(
  'gradcheck func:f inputs:L *eps:n *atol:n *rtol:n *raiseException:b',
  (f: Checked, inputs: readonly Tensor[], options: GradcheckOptions = {}): boolean => {
    const { eps = 1e-6, atol = 1e-5, rtol = 1e-3, raiseException = true } = options;
    if (!inputs.some((input) => input.requiresGrad)) {
      throw new ValueError(
        'gradcheck expects at least one input tensor to require gradient, but none of the them have requires_grad=True.',
      );
    }
    return inputs.every((input, i) => {
      if (!input.requiresGrad) return true;
      const of = (variable: Tensor): Tensor => f(...inputs.with(i, variable));
      const analytical = jacobian(of, input).toArray();
      const numerical = centralDifferences(of, input, eps);
      const wrong = analytical.findIndex(
        (value, k) => !isClose(value, numerical[k] as number, rtol, atol, true),
      );
      if (wrong < 0) return true;
      if (!raiseException) return false;
      throw new RuntimeError(
        `Jacobian mismatch for output 0 with respect to input ${i}: numerical ${String(numerical[wrong])}, ` +
          `analytical ${String(analytical[wrong])} at flat position ${wrong}`,
      );
    });
  },
);

/** ∂f/∂x by (f(x + h) − f(x − h)) / 2h, laid out as the Jacobian: outputs outside, inputs inside. */
function centralDifferences(f: Checked, input: Tensor, h: number): number[] {
  const at = (k: number, shift: number): number[] => {
    const moved = copyOf(input.detach()).reshape(-1);
    moved.select(0, k).add_(shift);
    return noGrad(() => f(moved.reshape(input.shape)).toArray());
  };
  const columns = Array.from(elements(input), (_, k) => {
    const behind = at(k, -h);
    return at(k, h).map((ahead, row) => (ahead - (behind[row] as number)) / (2 * h));
  });
  return (columns[0] ?? []).flatMap((_, row) => columns.map((column) => column[row] as number));
}

/**
 * Whether the gradients of the gradients of `f` equal central differences of its gradients, which begin with fixed
 * unequal numbers at the result. For `inputs`, options and errors as in `gradcheck`; true if none requires grad.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.autograd.gradcheck.gradgradcheck.html
 */
export const gradgradcheck = checked(
  'gradgradcheck func:f inputs:L *eps:n *atol:n *rtol:n *raiseException:b',
  (f: Checked, inputs: readonly Tensor[], options: GradcheckOptions = {}): boolean => {
    const { dtype, shape } = f(...inputs);
    // Any fixed upstream gradient will do; one without equal entries catches more.
    const upstream = wrap(
      allocate(dtype, numel(shape)).map((_, k) => Math.cos(k + 1)),
      shape,
      dtype,
    );
    return inputs.every((input, which) => {
      if (!input.requiresGrad) return true;
      const first = (...variables: Tensor[]): Tensor => {
        const own = variables.map((variable, i) =>
          inputs[i]?.requiresGrad && !variable.requiresGrad
            ? variable.detach().clone().requiresGrad_()
            : variable,
        );
        const wanted = own[which] as Tensor;
        const [found] = grad(f(...own), wanted, {
          gradOutputs: upstream,
          createGraph: true,
          allowUnused: true,
        });
        return found ?? wanted.mul(0);
      };
      return gradcheck((...variables) => enableGrad(() => first(...variables)), inputs, options);
    });
  },
);
