import { at } from '../shared/at.ts';
import { printed, programText, python } from '../shared/program.ts';
import type { Params, Result } from './experiment.ts';

/** Steps that the program prints, where the trajectory has them. */
const told = [1, 2, 3, 10, 60];

/** torch.optim.SGD beside the recursion, and the roots as eigenvalues of the matrix of one step. */
export function program({ alpha, beta, lambda }: Params, result: Result): string {
  const steps = told.filter((step) => step <= result.path.length);
  return programText(
    [
      'import torch',
      '',
      `alpha, beta, lam = ${python(alpha)}, ${python(beta)}, ${python(lambda)}`,
      '',
      'x = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)',
      'optimizer = torch.optim.SGD([x], lr=alpha, momentum=beta)',
      'before, here = 1.0, 1.0  # the same as one recursion',
      '',
      `for step in range(1, ${String(Math.max(...steps) + 1)}):`,
      '    optimizer.zero_grad()',
      '    (lam / 2 * x**2).backward()',
      '    optimizer.step()',
      '    before, here = here, here - alpha * lam * here + beta * (here - before)',
      `    if step in (${steps.map(String).join(', ')},):`,
      '        same = abs(x.item() - here) <= 1e-9 * max(1, abs(here))',
      '        print(f"step {step:2d}: x = {x.item():.6g}, the recursion agrees: {same}")',
      '',
      'step = torch.tensor([[1 + beta - alpha * lam, -beta], [1.0, 0.0]], dtype=torch.float64)',
      'rate = torch.linalg.eigvals(step).abs().max().item()',
      'print(f"rate = {rate:.4f}")',
      'print(f"sqrt(beta) = {beta**0.5:.4f}")',
    ],
    [
      ...steps.map(
        (step) =>
          `step ${String(step).padStart(2)}: x = ${printed(at(result.path, step - 1).x)}, the recursion agrees: True`,
      ),
      `rate = ${printed(result.rate, '.4f')}`,
      `sqrt(beta) = ${printed(Math.sqrt(beta), '.4f')}`,
    ],
  );
}
