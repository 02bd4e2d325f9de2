import { differentiate, parse } from '@calculus/expression';
import { imports, pythonFunction, pythonLeaf } from '../shared/formula.ts';
import type { Params } from './experiment.ts';
import { printed, programText } from '../shared/program.ts';

/** The same partial derivatives in PyTorch, with the readouts as expected output. */
export function program({ f, x, y }: Params): string {
  const expression = parse(f, { variables: ['x', 'y'] });
  const { value, gradient } = differentiate(expression, { x, y });
  return programText(
    [
      ...imports(expression),
      '',
      ...pythonFunction(expression, ['x', 'y']),
      '',
      pythonLeaf('x', x, 'float64'),
      pythonLeaf('y', y, 'float64'),
      '',
      'value = f(x, y)',
      'value.backward()',
      '',
      'print(f"value = {value.item():.6g}")',
      'print(f"df/dx = {x.grad.item():.6g}")',
      'print(f"df/dy = {y.grad.item():.6g}")',
    ],
    [
      `value = ${printed(value)}`,
      `df/dx = ${printed(gradient['x'] ?? NaN)}`,
      `df/dy = ${printed(gradient['y'] ?? NaN)}`,
    ],
  );
}
