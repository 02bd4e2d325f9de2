import { functional, repr, tensor } from '@calculus/autograd';
import type { Expression } from '@calculus/expression';
import { imports, pythonFunction, pythonLeaf } from '../shared/formula.ts';
import { printed, programText, python } from '../shared/program.ts';
import { vectorFunction, vectorFunctionInPython } from '../shared/vector-function.ts';
import type { Params } from './experiment.ts';
import { type Moved, movedBy } from './moved-grid.ts';
import { type Matrix2, determinant, linearise, product } from './plane-map.ts';
import { areaFactor } from './square.ts';
import { stretches } from './stretching.ts';

/** The same Jacobian in PyTorch, its determinant and singular values, and the notebook's own. */
export function program(params: Params): string {
  const { f, g, x, y, side } = params;
  const moved = movedBy(f, g);
  const whole = moved.second ? 'composed' : 'f';
  return programText(
    [
      ...definitions(moved),
      '',
      pythonLeaf('x', x, 'float64'),
      pythonLeaf('y', y, 'float64'),
      '',
      'def jacobian_of(map, x, y):  # each row is the gradient of one part',
      '    rows = [torch.autograd.grad(part, (x, y), retain_graph=True) for part in map(x, y)]',
      '    return torch.stack([torch.stack(row) for row in rows])',
      '',
      `value = ${whole}(x, y)`,
      `jacobian = jacobian_of(${whole}, x, y)`,
      '(a, b), (c, d) = jacobian.tolist()',
      'print(f"value           = ({value[0].item():.6g}, {value[1].item():.6g})")',
      'print(f"jacobian        = [[{a:.6g}, {b:.6g}], [{c:.6g}, {d:.6g}]]")',
      'print(f"det             = {a * d - b * c:.6g}")',
      'if torch.isfinite(jacobian).all():',
      '    most, least = torch.linalg.svdvals(jacobian).tolist()',
      '    print(f"singular values = ({most:.6f}, {least:.6f})")',
      '',
      ...(moved.second ? chainRule : []),
      '# The area of the image of the square, by a parabola through every three points',
      '# of its outline: the integral of u dv.',
      `side = ${python(side)}`,
      'along = side * (torch.arange(64, dtype=torch.float64) / 64 - 0.5)',
      'half = torch.full_like(along, side / 2)',
      'with torch.no_grad():',
      `    u, v = ${whole}(`,
      '        x + torch.cat([along, half, -along, -half, along[:1]]),',
      '        y + torch.cat([-half, along, half, -along, -half[:1]]),',
      '    )',
      'u0, u1, u2 = (u - u[0])[:-1:2], (u - u[0])[1::2], (u - u[0])[2::2]',
      'v0, v1, v2 = (v - v[0])[:-1:2], (v - v[0])[1::2], (v - v[0])[2::2]',
      'arcs = u0 * (4 * v1 - 3 * v0 - v2) + 4 * u1 * (v2 - v0) + u2 * (v0 - 4 * v1 + 3 * v2)',
      'factor = arcs.sum().item() / 6 / side**2',
      'print(f"area factor     = {round(factor, 4) + 0.0:.4f}")',
      '',
      '# The function of three components at the same point, in float32.',
      ...vectorFunctionInPython,
      '',
      `point = torch.tensor([${python(x)}, ${python(y)}])`,
      'print(vector_function(point))',
      'print(torch.autograd.functional.jacobian(vector_function, point))',
    ],
    [...mapOutput(params), ...notebookOutput(params)],
  );
}

function definitions({ first, second }: Moved): string[] {
  const parts = [...first.map.parts, ...(second?.parts ?? [])];
  return [
    ...(parts.map(imports).find((lines) => lines.length > 1) ?? ['import torch']),
    '',
    ...defined('f', first.map.parts),
    ...(second
      ? ['', ...defined('g', second.parts), '', 'def composed(x, y):', '    return g(*f(x, y))']
      : []),
  ];
}

const defined = (name: string, [first, second]: readonly [Expression, Expression]): string[] => [
  `def ${name}(x, y):`,
  `    return ${pythonTerm(first)}, ${pythonTerm(second)}`,
];

const chainRule = [
  '# The chain rule: the Jacobian of g at the image, times that of f at the point.',
  'image = [part.detach().requires_grad_() for part in f(x, y)]',
  '(a, b), (c, d) = (jacobian_of(g, *image) @ jacobian_of(f, x, y)).tolist()',
  'print(f"product         = [[{a:.5g}, {b:.5g}], [{c:.5g}, {d:.5g}]]")',
  '',
];

/** A part as Python, in both variables, so that PyTorch has a gradient for each. */
function pythonTerm(part: Expression): string {
  const [, body = ''] = pythonFunction(part, ['x', 'y']);
  return body.replace('return ', '').trim();
}

/** From PyTorch's own numbers, NaN included, which the figure does not show. */
function mapOutput({ f, g, x, y, side }: Params): string[] {
  const { first, second, whole } = movedBy(f, g);
  const { value, jacobian } = linearise(whole.map, { x, y });
  const [most, least] = stretches(jacobian);
  const lengths = `(${printed(most.length, '.6f')}, ${printed(least.length, '.6f')})`;
  const number = (value: number) => printed(value, '.6g');
  const inner = linearise(first.map, { x, y });
  const outer = second && linearise(second, inner.value);
  return [
    `value           = (${number(value.x)}, ${number(value.y)})`,
    `jacobian        = ${rows(jacobian, '.6g')}`,
    `det             = ${number(determinant(jacobian))}`,
    ...(jacobian.flat().every(Number.isFinite) ? [`singular values = ${lengths}`] : []),
    ...(outer ? [`product         = ${rows(product(outer.jacobian, inner.jacobian), '.5g')}`] : []),
    `area factor     = ${printed(areaFactor(whole.map, { centre: { x, y }, side }), '.4f')}`,
  ];
}

const rows = (matrix: Matrix2, spec: string): string =>
  `[${matrix.map((row) => `[${row.map((entry) => printed(entry, spec)).join(', ')}]`).join(', ')}]`;

function notebookOutput({ x, y }: Params): string[] {
  const point = tensor([x, y]);
  return [vectorFunction(point), functional.jacobian(vectorFunction, point)].flatMap((tensor) =>
    repr(tensor).split('\n'),
  );
}
