import { formatSetting } from '../shared/format.ts';
import { printed, programText, python } from '../shared/program.ts';
import type { Params, Result } from './experiment.ts';

const fixed = (value: number) => printed(value, '.4f');
const both = (values: readonly number[]) => values.map(fixed).join(', ');

/** The notebook's cell for these settings: H row by row, its eigenvalues, and Newton's step. */
export function program({ a, b, c, x, y, angle }: Params, result: Result): string {
  const { u } = result.along;
  return programText(
    [
      'import torch',
      '',
      `a, b, c = ${[a, b, c].map(python).join(', ')}`,
      '',
      'def loss_of(x):',
      '    return 0.5 * (a * x[0]**2 + b * x[1]**2 + c * x[0] * x[1])',
      '',
      `x = torch.tensor([${python(x)}, ${python(y)}], requires_grad=True)`,
      'loss = loss_of(x)',
      'gradient = torch.autograd.grad(loss, x, create_graph=True)[0]',
      'hessian = torch.stack([torch.autograd.grad(slope, x, retain_graph=True)[0] for slope in gradient])',
      'gradient = gradient.detach()',
      'eigenvalues = torch.linalg.eigvalsh(hessian)  # ascending',
      'rank = torch.linalg.matrix_rank(hessian, hermitian=True).item()',
      'signs = {1 if value > 0 else -1 for value in eigenvalues.tolist()}',
      'verdict = "saddle" if len(signs) == 2 else "minimum" if 1 in signs else "maximum"',
      '',
      `u = torch.tensor([${python(u.x)}, ${python(u.y)}])  # ${formatSetting(angle)} degrees`,
      '',
      'def show(vector):',
      '    return ", ".join(f"{value + 0.0:.4f}" for value in vector.tolist())',
      '',
      'print(f"loss        = {loss.item():.4f}")',
      'print(f"gradient    = {show(gradient)}")',
      'print(f"hessian     = {show(hessian.flatten())}")',
      'print(f"eigenvalues = {show(eigenvalues)}")',
      'print(f"H u         = {show(hessian @ u)}")',
      'print(f"u H u       = {(u @ hessian @ u).item() + 0.0:.4f}")',
      'if rank < 2:  # PyTorch would print inf or nan',
      '    print("condition   =", "infinite" if rank == 1 else "not defined")',
      '    print("verdict     = flat")',
      '    print("newton-step = none alone: H is singular")',
      'else:',
      '    size = eigenvalues.abs()',
      '    print(f"condition   = {(size.max() / size.min()).item():.4g}")',
      '    print(f"verdict     = {verdict}")',
      '    print(f"newton-step = {show(0 - torch.linalg.solve(hessian, gradient))}")',
    ],
    output(result),
  );
}

function output(result: Result): string[] {
  const { loss, gradient, hessian, axes, condition, verdict, newton, along } = result;
  const singular = axes.some(({ eigenvalue }) => eigenvalue !== 0) ? 'infinite' : 'not defined';
  return [
    `loss        = ${fixed(loss)}`,
    `gradient    = ${both(gradient)}`,
    `hessian     = ${both(hessian.flat())}`,
    `eigenvalues = ${both(axes.map(({ eigenvalue }) => eigenvalue))}`,
    `H u         = ${both([along.hu.x, along.hu.y])}`,
    `u H u       = ${fixed(along.curvature)}`,
    `condition   = ${condition === null ? singular : printed(condition, '.4g')}`,
    `verdict     = ${verdict}`,
    `newton-step = ${newton ? both([newton.by.x, newton.by.y]) : 'none alone: H is singular'}`,
  ];
}
