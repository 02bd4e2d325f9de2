import { imports, pythonFunction, pythonLeaf } from '../shared/formula.ts';
import { printed, programText, python } from '../shared/program.ts';
import type { Params } from './experiment.ts';
import { type Answers, answersAt } from './slopes.ts';

/**
 * The same slopes in PyTorch, with the readouts as expected output. They are measured again, because
 * PyTorch prints infinities and NaN where the result has null.
 */
export function program(params: Params): string {
  const answers = answersAt(params);
  return programText(
    [
      ...imports(answers.expression),
      '',
      ...pythonFunction(answers.expression, ['x', 'y']),
      '',
      `unit = ${python(params.unit)}`,
      pythonLeaf('x', params.x, 'float64'),
      pythonLeaf('v', params.y / params.unit, 'float64'),
      'y = unit * v',
      'y.retain_grad()',
      '',
      'value = f(x, y)',
      'value.backward()',
      '# A step against (∂f/∂x, ∂f/∂v) changes y = unit · v by unit times its second entry.',
      'step = torch.stack([-x.grad, -unit * v.grad])',
      'length = torch.linalg.vector_norm(torch.stack([x.grad, v.grad]))',
      '',
      'print(f"value = {value.item():.6g}")',
      'print(f"df/dx = {x.grad.item():.6g}")',
      'print(f"df/dy = {y.grad.item():.6g}")',
      'print(f"df/dv = {v.grad.item():.6g}")',
      'if 0 < length < torch.inf:',
      '    x_part, y_part = (step / length).tolist()',
      '    print(f"a step of length 1 changes (x, y) by ({x_part:.6g}, {y_part:.6g})")',
    ],
    output(answers, params.unit),
  );
}

function output({ value, dfdx, dfdy, dfdv }: Answers, unit: number): string[] {
  const g = (number: number) => printed(number, '.6g');
  const length = Math.hypot(dfdx, dfdv);
  const parts = [-dfdx / length, (-unit * dfdv) / length].map(g).join(', ');
  return [
    `value = ${g(value)}`,
    `df/dx = ${g(dfdx)}`,
    `df/dy = ${g(dfdy)}`,
    `df/dv = ${g(dfdv)}`,
    ...(length > 0 && length < Infinity ? [`a step of length 1 changes (x, y) by (${parts})`] : []),
  ];
}
