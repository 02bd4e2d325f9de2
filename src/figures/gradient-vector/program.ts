import { direction } from '../shared/direction.ts';
import { imports, pythonFunction, pythonLeaf } from '../shared/formula.ts';
import { printed, programText, python } from '../shared/program.ts';
import type { Params } from './experiment.ts';
import { slopes } from './slopes.ts';

/**
 * The same gradient in PyTorch, with the readouts as expected output. It is measured again, because
 * PyTorch prints infinities and NaN where the result has null.
 */
export function program(params: Params): string {
  const { expression, partials, pytorch, differentiable } = slopes(params);
  const { value, autograd } = partials;
  const { dfdx, dfdy } = autograd;
  const { norm, directional } = pytorch;
  const { x, y } = direction(params.angle);
  const g = (number: number) => printed(number, '.6g');
  return programText(
    [
      ...imports(expression),
      '',
      ...pythonFunction(expression, ['x', 'y']),
      '',
      pythonLeaf('x', params.x, 'float64'),
      pythonLeaf('y', params.y, 'float64'),
      `direction = torch.tensor([${python(x)}, ${python(y)}], dtype=torch.float64)  # ${printed(params.angle, '.4g')} degrees`,
      '',
      'value = f(x, y)',
      'value.backward()',
      ...(differentiable
        ? []
        : ['# There is no gradient here: what follows is what PyTorch answers.']),
      'gradient = torch.stack([x.grad, y.grad])',
      'norm = torch.linalg.vector_norm(gradient)',
      'unit = gradient / norm',
      'slope = gradient @ direction',
      '',
      'print(f"value       = {value.item():.6g}")',
      'print(f"df/dx       = {x.grad.item():.6g}")',
      'print(f"df/dy       = {y.grad.item():.6g}")',
      'print(f"norm        = {norm.item():.6g}")',
      'print(f"unit        = ({unit[0].item():.6g}, {unit[1].item():.6g})")',
      'print(f"directional = {slope.item():.6g}")',
    ],
    [
      `value       = ${g(value)}`,
      `df/dx       = ${g(dfdx)}`,
      `df/dy       = ${g(dfdy)}`,
      `norm        = ${g(norm)}`,
      `unit        = (${g(dfdx / norm)}, ${g(dfdy / norm)})`,
      `directional = ${g(directional)}`,
    ],
  );
}
