import { RuntimeError, ValueError } from '../core/errors.ts';
import { enableGrad, noGrad } from '../core/grad-mode.ts';
import { elements } from '../core/make.ts';
import { copyOf } from '../ops/convert.ts';
import type { Tensor } from '../tensor.ts';
import { jacobian } from './jacobian.ts';
import { grad } from './grad.ts';

export interface GradcheckOptions {
  /** The step of the central differences. */
  eps?: number;
  atol?: number;
  rtol?: number;
  /** Throw with both numbers (the default) or return false. */
  raiseException?: boolean;
}

type Checked = (...inputs: Tensor[]) => Tensor;

/**
 * Whether the gradients of `f` at float64 `inputs` equal central differences.
 * https://pytorch.org/docs/stable/generated/torch.autograd.gradcheck.html
 */
export function gradcheck(
  f: Checked,
  inputs: readonly Tensor[],
  options: GradcheckOptions = {},
): boolean {
  const { eps = 1e-6, atol = 1e-5, rtol = 1e-3, raiseException = true } = options;
  const checked = inputs
    .map((input, i) => ({ input, i }))
    .filter(({ input }) => input.requiresGrad);
  if (checked.length === 0) {
    throw new ValueError(
      'gradcheck expects at least one input tensor to require gradient, but none of the them have requires_grad=True.',
    );
  }
  return checked.every(({ input, i }) => {
    const of = (variable: Tensor): Tensor =>
      f(...inputs.map((other, j) => (j === i ? variable : other)));
    const analytical = jacobian(of, input).toArray();
    const numerical = centralDifferences(of, input, eps);
    const wrong = analytical.findIndex((a, k) => {
      const n = numerical[k] as number;
      return (
        !(Math.abs(a - n) <= atol + rtol * Math.abs(n)) && !(Number.isNaN(a) && Number.isNaN(n))
      );
    });
    if (wrong < 0) return true;
    if (!raiseException) return false;
    throw new RuntimeError(
      `Jacobian mismatch for output 0 with respect to input ${i}: numerical ${String(numerical[wrong])}, ` +
        `analytical ${String(analytical[wrong])} at flat position ${wrong}`,
    );
  });
}

/** ∂f/∂x by (f(x + h) − f(x − h)) / 2h, laid out as the Jacobian: outputs outside, inputs inside. */
function centralDifferences(f: Checked, input: Tensor, h: number): number[] {
  const at = (k: number, shift: number): number[] => {
    const moved = copyOf(input.detach()).reshape(-1);
    moved.select(0, k).add_(shift);
    return noGrad(() => f(moved.reshape(input.shape)).toArray());
  };
  const columns = Array.from(elements(input), (_, k) => {
    const [ahead, behind] = [at(k, h), at(k, -h)];
    return ahead.map((value, row) => (value - (behind[row] as number)) / (2 * h));
  });
  const rows = columns[0]?.length ?? 0;
  return Array.from({ length: rows }, (_, row) =>
    columns.map((column) => column[row] as number),
  ).flat();
}

/**
 * Whether the gradients of the gradients of `f` equal central differences of the gradients.
 * https://pytorch.org/docs/stable/generated/torch.autograd.gradgradcheck.html
 */
export function gradgradcheck(
  f: Checked,
  inputs: readonly Tensor[],
  options: GradcheckOptions = {},
): boolean {
  const wanted = inputs.filter((input) => input.requiresGrad);
  const output = f(...inputs).detach();
  // Any fixed upstream gradient will do; one without equal entries catches more.
  const upstream = output.clone();
  upstream
    .reshape(-1)
    .unbind()
    .forEach((_, k) => upstream.view(-1).setAt([k], Math.cos(k + 1)));
  const places = inputs.map((input) => wanted.indexOf(input));
  return wanted.every((_, which) => {
    const first = (...variables: Tensor[]): Tensor => {
      const own = variables.map((v) => (v.requiresGrad ? v : v.detach().clone().requiresGrad_()));
      const full = inputs.map((input, i) =>
        (places[i] as number) < 0 ? input : (own[places[i] as number] as Tensor),
      );
      const [found] = grad(f(...full), own[which] as Tensor, {
        gradOutputs: upstream,
        createGraph: true,
        allowUnused: true,
      });
      return found ?? (own[which] as Tensor).mul(0);
    };
    return gradcheck((...args) => enableAll(first, args), wanted, options);
  });
}

function enableAll(f: Checked, args: Tensor[]): Tensor {
  return enableGrad(() => f(...args));
}
