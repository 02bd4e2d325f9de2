import { isDerivative } from '../shared/derivative.ts';
import { imports, pythonFunction, pythonLeaf } from '../shared/formula.ts';
import { printed, programText, python } from '../shared/program.ts';
import type { Params, Result } from './experiment.ts';
import { slopes } from './slopes.ts';

/**
 * The same slopes in PyTorch, with the readouts as expected output. They are measured again, because
 * PyTorch prints infinities and NaN where the result has null.
 */
export function program(params: Params, { answer }: Result): string {
  const { expression, value, autograd, secants } = slopes(params);
  const derived = isDerivative(answer);
  const name = derived ? 'derivative' : 'PyTorch   ';
  return programText(
    [
      ...imports(expression),
      '',
      ...pythonFunction(expression, ['x']),
      '',
      pythonLeaf('x', params.x, 'float64'),
      'value = f(x)',
      'value.backward()',
      '',
      'print(f"value        = {value.item():.6g}")',
      ...(derived ? [] : ['# x.grad is not the derivative here: it is what PyTorch answers.']),
      `print(f"${name}   = {x.grad.item():.6g}")`,
      `for h in [${secants.map(({ h }) => python(h)).join(', ')}]:`,
      '    with torch.no_grad():',
      '        secant = (f(x + h) - value) / h',
      '    print(f"secant slope = {secant.item():.6g}, h = {h:.6g}")',
      ...(derived ? ['    print(f"error        = {abs(secant - x.grad).item():.3g}")'] : []),
    ],
    [
      `value        = ${printed(value, '.6g')}`,
      `${name}   = ${printed(autograd, '.6g')}`,
      ...secants.flatMap(({ h, slope }) => [
        `secant slope = ${printed(slope, '.6g')}, h = ${printed(h, '.6g')}`,
        ...(derived ? [`error        = ${printed(Math.abs(slope - autograd), '.3g')}`] : []),
      ]),
    ],
  );
}
