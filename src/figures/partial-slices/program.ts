import { parse } from '@calculus/expression';
import { imports, pythonFunction, pythonLeaf } from '../shared/formula.ts';
import { printed, programText } from '../shared/program.ts';
import { gradientAt } from '../shared/slope-at.ts';
import { isDerivative } from '../shared/derivative.ts';
import type { Params, Result } from './experiment.ts';

/**
 * The same partial derivatives in PyTorch, with the readouts as expected output. They are taken again,
 * because PyTorch prints infinities and NaN where the result has null.
 */
export function program({ f, x, y }: Params, { alongX, alongY }: Result): string {
  const expression = parse(f, { variables: ['x', 'y'] });
  const { value, dfdx, dfdy } = gradientAt(expression, { x, y });
  const derived = isDerivative(alongX.answer) && isDerivative(alongY.answer);
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
      ...(derived ? [] : ['# Not everything here is a derivative: it is what PyTorch answers.']),
      'print(f"value = {value.item():.6g}")',
      'print(f"df/dx = {x.grad.item():.6g}")',
      'print(f"df/dy = {y.grad.item():.6g}")',
    ],
    [`value = ${printed(value)}`, `df/dx = ${printed(dfdx)}`, `df/dy = ${printed(dfdy)}`],
  );
}
