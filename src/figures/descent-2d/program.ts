import { parse } from '@calculus/expression';
import { imports, pythonFunction, pythonLeaf } from '../shared/formula.ts';
import { printed, programText, python } from '../shared/program.ts';
import type { Params, Result } from './experiment.ts';
import { type Step, measure, shortest } from './trajectory.ts';

const names = ['x', 'y', 'f', 'df/dx', 'df/dy'];
const columns = (step: string, numbers: readonly string[]) => [step, ...numbers].join(' | ');
const heading = columns(
  'Step',
  names.map((name) => name.padStart(13)),
);

/** The notebook's loop with these settings, printing the same table. */
export function program(params: Params, result: Result): string {
  const { f, rate, x, y, steps } = params;
  const expression = parse(f, { variables: ['x', 'y'] });
  return programText(
    [
      ...imports(expression),
      '',
      ...pythonFunction(expression, ['x', 'y']),
      '',
      pythonLeaf('x', x, 'float32'),
      pythonLeaf('y', y, 'float32'),
      `learning_rate = ${python(rate)}`,
      '',
      `print("${heading}")`,
      `for step in range(${String(Math.round(steps))}):`,
      '    loss = f(x, y)',
      '    loss.backward()',
      '    row = torch.stack([x, y, loss, x.grad, y.grad]).detach()',
      '    with torch.no_grad():',
      '        next_x = x - learning_rate * x.grad',
      '        next_y = y - learning_rate * y.grad',
      '    if not torch.isfinite(torch.stack([*row, next_x, next_y])).all():',
      '        print(f"{step:4d} | no finite step from here")',
      '        break',
      '    print(f"{step:4d}", *(f"{number:13.7g}" for number in row.tolist()), sep=" | ")',
      '    gradient = torch.stack([x.grad, y.grad])',
      '    x, y = next_x.requires_grad_(), next_y.requires_grad_()',
      `    if torch.linalg.vector_norm(gradient) < ${python(shortest)}:`,
      '        break',
      '',
      'x, y = x.detach().requires_grad_(), y.detach().requires_grad_()  # fresh gradients',
      'loss = f(x, y)',
      'loss.backward()',
      'norm = torch.linalg.vector_norm(torch.stack([x.grad, y.grad]))',
      'print(f"final x = {x.item():.7g}, y = {y.item():.7g}")',
      'print(f"f(x, y) = {loss.item():.7g}, gradient norm = {norm.item():.7g}")',
    ],
    output(params, result),
  );
}

/** The last point is measured again, because PyTorch prints infinities and NaN where the result has null. */
function output({ f }: Params, { path, final, stopped }: Result): string[] {
  const expression = parse(f, { variables: ['x', 'y'] });
  const { x, y, value, norm } = measure(expression, final);
  const number = (shown: number) => printed(shown, '.7g');
  return [
    heading,
    ...path.map(line),
    ...(stopped ? [`${String(stopped.step).padStart(4)} | no finite step from here`] : []),
    `final x = ${number(x)}, y = ${number(y)}`,
    `f(x, y) = ${number(value)}, gradient norm = ${number(norm)}`,
  ];
}

const line = ({ step, x, y, value, dx, dy }: Step): string =>
  columns(
    String(step).padStart(4),
    [x, y, value, dx, dy].map((number) => printed(number, '13.7g')),
  );
