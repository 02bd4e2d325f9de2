import { functional, repr, tensor } from '@calculus/autograd';
import type { Expression } from '@calculus/expression';
import { imports, pythonFunction, pythonLeaf } from '../shared/formula.ts';
import { printed, programText, python } from '../shared/program.ts';
import { vectorFunction, vectorFunctionInPython } from '../shared/vector-function.ts';
import type { Params } from './experiment.ts';
import { movedGrid } from './moved-grid.ts';
import { determinant, linearise } from './plane-map.ts';
import { areaFactor } from './square.ts';
import { stretches } from './stretching.ts';

/** The same Jacobian in PyTorch, its determinant and singular values, and the notebook's own. */
export function program(params: Params): string {
  const { f, x, y, side } = params;
  const { parts } = movedGrid(f).map;
  return programText(
    [
      ...(parts.map(imports).find((lines) => lines.length > 1) ?? ['import torch']),
      '',
      'def f(x, y):',
      `    return ${pythonTerm(parts[0])}, ${pythonTerm(parts[1])}`,
      '',
      pythonLeaf('x', x, 'float64'),
      pythonLeaf('y', y, 'float64'),
      'value = f(x, y)',
      '# Each row of the Jacobian is the gradient of one part.',
      'rows = [torch.autograd.grad(part, (x, y)) for part in value]',
      'jacobian = torch.stack([torch.stack(row) for row in rows])',
      '(a, b), (c, d) = jacobian.tolist()',
      'print(f"value           = ({value[0].item():.6g}, {value[1].item():.6g})")',
      'print(f"jacobian        = [[{a:.6g}, {b:.6g}], [{c:.6g}, {d:.6g}]]")',
      'print(f"det             = {a * d - b * c:.6g}")',
      'if torch.isfinite(jacobian).all():',
      '    most, least = torch.linalg.svdvals(jacobian).tolist()',
      '    print(f"singular values = ({most:.6f}, {least:.6f})")',
      '',
      '# The area of the image of the square, by a parabola through every three points',
      '# of its outline: the integral of u dv.',
      `side = ${python(side)}`,
      'along = side * (torch.arange(64, dtype=torch.float64) / 64 - 0.5)',
      'half = torch.full_like(along, side / 2)',
      'with torch.no_grad():',
      '    u, v = f(',
      '        x + torch.cat([along, half, -along, -half, along[:1]]),',
      '        y + torch.cat([-half, along, half, -along, -half[:1]]),',
      '    )',
      'u0, u1, u2 = (u - u[0])[:-1:2], (u - u[0])[1::2], (u - u[0])[2::2]',
      'v0, v1, v2 = (v - v[0])[:-1:2], (v - v[0])[1::2], (v - v[0])[2::2]',
      'arcs = u0 * (4 * v1 - 3 * v0 - v2) + 4 * u1 * (v2 - v0) + u2 * (v0 - 4 * v1 + 3 * v2)',
      'factor = arcs.sum().item() / 6 / side**2',
      'print(f"area factor     = {round(factor, 4) + 0.0:.4f}")',
      '',
      '# The notebook’s function at the same point, in float32.',
      ...vectorFunctionInPython,
      '',
      `point = torch.tensor([${python(x)}, ${python(y)}])`,
      'print(vector_function(point))',
      'print(torch.autograd.functional.jacobian(vector_function, point))',
    ],
    [...mapOutput(params), ...notebookOutput(params)],
  );
}

/** A part as Python, in both variables, so that PyTorch has a gradient for each. */
function pythonTerm(part: Expression): string {
  const [, body = ''] = pythonFunction(part, ['x', 'y']);
  return body.replace('return ', '').trim();
}

/** From PyTorch's own numbers, NaN included, which the figure does not show. */
function mapOutput({ f, x, y, side }: Params): string[] {
  const { map } = movedGrid(f);
  const { value, jacobian } = linearise(map, { x, y });
  const [most, least] = stretches(jacobian);
  const lengths = `(${printed(most.length, '.6f')}, ${printed(least.length, '.6f')})`;
  const g = (number: number) => printed(number, '.6g');
  const rows = jacobian.map((row) => `[${row.map(g).join(', ')}]`);
  return [
    `value           = (${g(value.x)}, ${g(value.y)})`,
    `jacobian        = [${rows.join(', ')}]`,
    `det             = ${g(determinant(jacobian))}`,
    ...(jacobian.flat().every(Number.isFinite) ? [`singular values = ${lengths}`] : []),
    `area factor     = ${printed(areaFactor(map, { centre: { x, y }, side }), '.4f')}`,
  ];
}

function notebookOutput({ x, y }: Params): string[] {
  const point = tensor([x, y]);
  return [vectorFunction(point), functional.jacobian(vectorFunction, point)].flatMap((tensor) =>
    repr(tensor).split('\n'),
  );
}
