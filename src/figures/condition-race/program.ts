import { printed, programText, python } from '../shared/program.ts';
import type { Params, Result } from './experiment.ts';
import { type Method, goal, mostSteps, start } from './methods.ts';

const settings: Record<Method, string[]> = {
  gradient: ['rate, momentum = 2 / (1 + kappa), 0.0', 'predicted = (kappa - 1) / (kappa + 1)'],
  momentum: [
    'root = kappa**0.5',
    'predicted = (root - 1) / (root + 1)',
    'rate, momentum = 4 / (root + 1) ** 2, predicted**2',
  ],
  Newton: ['predicted = 0.0'],
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
export function program({ kappa }: Params, { chosen }: Result): string {
  const { method, predicted, measured, steps } = chosen;
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
      ...settings[method],
      ...(method === 'Newton' ? newton : descent),
      '',
      'first = x.detach().norm()',
      'errors = [1.0]',
      `while errors[-1] > ${python(goal)} and len(errors) <= ${String(mostSteps)}:`,
      '    step()',
      '    errors.append((x.detach().norm() / first).item())',
      '',
      'n = len(errors) - 1',
      'late = torch.arange(n // 2, n + 1, dtype=torch.float64)  # the second half of the steps',
      'logs = torch.tensor(errors[n // 2:], dtype=torch.float64).log()',
      'from_mean = late - late.mean()',
      'slope = (from_mean * (logs - logs.mean())).sum() / from_mean.square().sum()',
      'measured = slope.exp().item() if errors[-1] > 0 else 0.0',
      'steps = next(k for k, error in enumerate(errors) if error <= 1e-6)',
      '',
      'print(f"predicted rate = {predicted:.6g}")',
      'print(f"measured rate  = {measured:.6g}")',
      'print(f"steps to 1e-6  = {steps}")',
    ],
    [
      `predicted rate = ${printed(predicted)}`,
      `measured rate  = ${printed(measured)}`,
      `steps to 1e-6  = ${String(steps)}`,
    ],
  );
}
