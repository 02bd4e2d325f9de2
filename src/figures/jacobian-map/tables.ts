import { at } from '../shared/at.ts';
import type { Table } from '../shared/contract.ts';
import { vectorJacobian } from '../shared/vector-function.ts';
import { shrinkingSquares } from './area.ts';
import type { Params, Result } from './experiment.ts';
import { movedBy } from './moved-grid.ts';
import type { PlaneMap } from './plane-map.ts';
import { corners, crossings } from './samples.ts';

/** Those that no picture shows are computed here. */
export function tables({ f, g, x, y, side }: Params, result: Result): Table[] {
  const { first, whole } = movedBy(f, g);
  const { map } = whole;
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
    ...(result.factors ? [factorTable(result.factors)] : []),
    ...(result.singularValues ? [stretchTable(result, result.singularValues)] : []),
    ...(result.between ? [crossingTable('f alone', first.map)] : []),
    crossingTable(result.between ? 'f and then g' : 'f', map),
  ];
}

const crossingTable = (name: string, map: PlaneMap): Table => ({
  caption: `The crossings of the grid and their images under ${name}`,
  columns: ['x', 'y', 'Image, first', 'Image, second'],
  rows: crossings(map),
});

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
  const names = ['x₁² + x₂', 'x₁ x₂', 'sin x₁ + cos x₂'];
  return {
    caption:
      'The function (x₁² + x₂, x₁x₂, sin x₁ + cos x₂) of the chapter at (x₁, x₂) = (x, y), in float32',
    columns: ['Component', 'Value', '∂/∂x₁', '∂/∂x₂'],
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

const factorTable = ({ first, second }: NonNullable<Result['factors']>): Table => ({
  caption: 'The two Jacobians whose product J is: of g at the image under f, and of f at the point',
  columns: ['Row', 'g, first column', 'g, second column', 'f, first column', 'f, second column'],
  rows: [
    [1, ...second[0], ...first[0]],
    [2, ...second[1], ...first[1]],
  ],
});
