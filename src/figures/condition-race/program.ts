import { printed, programText, python } from '../shared/program.ts';
import type { Params, Result } from './experiment.ts';
import { type Method, goal, lost, mostSteps, start } from './methods.ts';

/** The factor of a step along an eigenvector: the larger root of z² − (1 + β − ηλ)z + β. */
const factors = [
  '',
  'def factor(curvature):',
  '    total = abs(1 + momentum - rate * curvature)',
  '    return abs(total + complex(total**2 - 4 * momentum) ** 0.5) / 2',
  '',
  'factors = factor(1.0), factor(kappa)',
];

const settings: Record<Method, (times: string) => string[]> = {
  gradient: (times) => [`rate, momentum = ${times} * 2 / (1 + kappa), 0.0`, ...factors],
  momentum: (times) => [
    'root = kappa**0.5',
    'momentum = ((root - 1) / (root + 1)) ** 2',
    `rate = ${times} * 4 / (root + 1) ** 2`,
    ...factors,
  ],
  Newton: () => ['factors = 0.0, 0.0'],
};

const descent = [
  'optimizer = torch.optim.SGD([x], lr=rate, momentum=momentum)',
  '',
  'def step():',
  '    optimizer.zero_grad()',
  '    loss_of(x).backward()',
  '    optimizer.step()',
];

const newton = [
  '',
  'def step():',
  '    hessian = torch.autograd.functional.hessian(loss_of, x)',
  '    gradient, = torch.autograd.grad(loss_of(x), x)',
  '    with torch.no_grad():',
  '        x.sub_(torch.linalg.solve(hessian, gradient))',
];

/** The chosen method in PyTorch, its predicted and its measured rate. */
export function program({ kappa, rate }: Params, { chosen }: Result): string {
  const { method, rates, predicted, measured, steps } = chosen;
  return programText(
    [
      'import torch',
      '',
      `kappa = ${python(kappa)}`,
      'curvatures = torch.tensor([1.0, kappa], dtype=torch.float64)',
      `x = torch.tensor([${python(start.x)}, ${python(start.y)}], dtype=torch.float64, requires_grad=True)`,
      '',
      'def loss_of(x):',
      '    return 0.5 * (curvatures * x**2).sum()',
      '',
      ...settings[method](python(rate)),
      ...(method === 'Newton' ? newton : descent),
      '',
      'first = x.detach().norm()',
      'errors = [1.0]',
      `while ${python(goal)} < errors[-1] < ${python(lost)} and len(errors) <= ${String(mostSteps)}:`,
      '    step()',
      '    errors.append((x.detach().norm() / first).item())',
      '',
      'n = len(errors) - 1',
      'late = torch.arange(n // 2, n + 1, dtype=torch.float64)  # the second half of the steps',
      'logs = torch.tensor(errors[n // 2:], dtype=torch.float64).log()',
      'from_mean = late - late.mean()',
      'slope = (from_mean * (logs - logs.mean())).sum() / from_mean.square().sum()',
      'measured = slope.exp().item() if errors[-1] > 0 else 0.0',
      'reached = [k for k, error in enumerate(errors) if error <= 1e-6]',
      'steps = reached[0] if reached else "not reached"',
      '',
      'print(f"factors        = {factors[0]:.5g} for 1, {factors[1]:.5g} for kappa")',
      'print(f"predicted rate = {max(factors):.6g}")',
      'print(f"measured rate  = {measured:.6g}")',
      'print(f"steps to 1e-6  = {steps}")',
    ],
    [
      `factors        = ${printed(rates[0], '.5g')} for 1, ${printed(rates[1], '.5g')} for kappa`,
      `predicted rate = ${printed(predicted)}`,
      `measured rate  = ${printed(measured)}`,
      `steps to 1e-6  = ${steps === null ? 'not reached' : String(steps)}`,
    ],
  );
}
