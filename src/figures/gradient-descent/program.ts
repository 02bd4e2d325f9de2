import { printed, programText, python } from '../shared/program.ts';
import type { Params, Result } from './experiment.ts';

const columns = (step: string, numbers: readonly string[]) => [step, ...numbers].join(' | ');

/** Gradient descent with these settings, printing the figure's table and when the descent has converged. */
export function program(params: Params, { path, final, arrival }: Result): string {
  const heading = columns(
    'Step',
    ['x', 'f(x)', 'Gradient', 'Next x'].map((name) => name.padStart(13)),
  );
  return programText(
    [
      'import torch',
      '',
      `x = torch.tensor(${python(params.start)}, requires_grad=True)`,
      `learning_rate = ${python(params.rate)}`,
      `target = ${python(params.target)}`,
      '',
      'arrived = None',
      `print("${heading}")`,
      `for step in range(${String(Math.round(params.steps))}):`,
      '    f = (x - target) ** 2',
      '    f.backward()',
      '    row = [x.item(), f.item(), x.grad.item()]',
      '    with torch.no_grad():',
      '        x -= learning_rate * x.grad',
      '    x.grad = None',
      '    row.append(x.item())',
      '    print(f"{step:4d}", *(f"{number:13.7g}" for number in row), sep=" | ")',
      '    if arrived is None and abs(x.item() - target) < 0.001:',
      '        arrived = step + 1',
      'if arrived is not None:',
      '    print(f"Converged to target {target}! Within 0.001 after step {arrived}.")',
      'print(f"final x = {x.item():.7g}, f(x) = {((x - target) ** 2).item():.7g}")',
    ],
    [
      heading,
      ...path.map((row) =>
        columns(
          String(row.step).padStart(4),
          [row.x, row.value, row.gradient, row.next].map((number) => printed(number, '13.7g')),
        ),
      ),
      ...(arrival === null
        ? []
        : [
            `Converged to target ${python(params.target)}! Within 0.001 after step ${String(arrival)}.`,
          ]),
      `final x = ${printed(final.x, '.7g')}, f(x) = ${printed(final.value, '.7g')}`,
    ],
  );
}
