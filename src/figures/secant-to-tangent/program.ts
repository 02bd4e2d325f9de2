import { imports, pythonFunction, pythonLeaf } from '../shared/formula.ts';
import { printed, programText, python } from '../shared/program.ts';
import type { Params } from './experiment.ts';
import { slopes } from './slopes.ts';

/**
 * The same slopes in PyTorch, with the readouts as expected output. They are measured again, because
 * PyTorch prints infinities and NaN where the result has null.
 */
export function program(params: Params): string {
  const { expression, value, secantSlope, derivative, error } = slopes(params);
  return programText(
    [
      ...imports(expression),
      '',
      ...pythonFunction(expression, ['x']),
      '',
      pythonLeaf('x', params.x, 'float64'),
      `h = ${python(params.h)}`,
      '',
      'value = f(x)',
      'value.backward()',
      'with torch.no_grad():',
      '    secant = (f(x + h) - value) / h',
      'error = abs(secant - x.grad)',
      '',
      'print(f"value        = {value.item():.6g}")',
      'print(f"secant slope = {secant.item():.6g}")',
      'print(f"derivative   = {x.grad.item():.6g}")',
      'print(f"error        = {error.item():.3g}")',
    ],
    [
      `value        = ${printed(value, '.6g')}`,
      `secant slope = ${printed(secantSlope, '.6g')}`,
      `derivative   = ${printed(derivative, '.6g')}`,
      `error        = ${printed(error, '.3g')}`,
    ],
  );
}
