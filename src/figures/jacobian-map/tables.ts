import { at } from '../shared/at.ts';
import type { Table } from '../shared/contract.ts';
import { vectorJacobian } from '../shared/vector-function.ts';
import { shrinkingSquares } from './area.ts';
import type { Params, Result } from './experiment.ts';
import { movedGrid } from './moved-grid.ts';
import { corners, crossings } from './samples.ts';

/** Those that no picture shows are computed here. */
export function tables({ f, x, y, side }: Params, result: Result): Table[] {
  const { map } = movedGrid(f);
  const square = { centre: { x, y }, side };
  return [
    pointTable(result),
    vectorTable(x, y),
    {
      caption: 'Smaller and smaller squares: the signed area of the image, per area of the square',
      columns: ['Side of the square', 'Area factor', 'det J'],
      rows: shrinkingSquares(map, square).map(({ side, factor }) => [side, factor, result.det]),
    },
    {
      caption:
        'Corners and middles of the sides of the square: their images, and where J sends them',
      columns: ['x', 'y', 'f₁', 'f₂', 'J, first', 'J, second'],
      rows: corners(map, square, result),
    },
    ...(result.singularValues ? [stretchTable(result, result.singularValues)] : []),
    {
      caption: 'The crossings of the grid and their images',
      columns: ['x', 'y', 'f₁', 'f₂'],
      rows: crossings(map),
    },
  ];
}

function pointTable({ value, jacobian, det, singularValues, kink }: Result): Table {
  const [first, second] = jacobian ?? noJacobian;
  const [most, least] = singularValues ?? [null, null];
  return {
    caption: kink
      ? 'Value at the point, in float64, and what PyTorch answers for a Jacobian that a kink does not have'
      : 'Value and Jacobian at the point, in float64',
    columns: ['Row', 'Value', '∂/∂x', '∂/∂y', 'det J', 'Singular value'],
    rows: [
      ['f₁', value?.x ?? null, ...first, det, most],
      ['f₂', value?.y ?? null, ...second, '', least],
    ],
  };
}

const noJacobian = [
  [null, null],
  [null, null],
] as const;

function vectorTable(x: number, y: number): Table {
  const { output, jacobian } = vectorJacobian(x, y);
  const names = ['x₀² + x₁', 'x₀ x₁', 'sin x₀ + cos x₁'];
  return {
    caption: 'The notebook’s function of three components at (x₀, x₁) = (x, y), in float32',
    columns: ['Component', 'Value', '∂/∂x₀', '∂/∂x₁'],
    rows: names.map((name, i) => [name, at(output, i), ...at(jacobian, i)]),
  };
}

const stretchTable = ({ domain, image }: Result, values: readonly [number, number]): Table => ({
  caption:
    'Directions stretched most and least, as drawn: from the middle to the circle, and to the ellipse',
  columns: ['Singular value', 'x', 'y', 'f₁', 'f₂'],
  rows: values.map((value, i) => {
    const before = at(domain.stretched, i).to;
    const after = at(image.stretched, i).to;
    return [value, before.x, before.y, after.x, after.y];
  }),
});
