import type { Table } from '../shared/contract.ts';
import type { Params, Result } from './experiment.ts';

export function tables(_params: Params, result: Result): Table[] {
  return [
    pointTable(result),
    notebookTable(result),
    areaTable(result),
    squareTable(result),
    ...(result.singularValues ? [stretchTable(result)] : []),
    gridTable(result),
  ];
}

function pointTable({ value, jacobian, det, singularValues }: Result): Table {
  return {
    caption: 'Value and Jacobian at the point, in float64',
    columns: ['Row', 'Value', '∂/∂x', '∂/∂y', 'det J', 'Singular value'],
    rows: [
      [
        'f₁',
        value?.x ?? null,
        ...(jacobian?.[0] ?? [null, null]),
        det,
        singularValues?.[0] ?? null,
      ],
      ['f₂', value?.y ?? null, ...(jacobian?.[1] ?? [null, null]), '', singularValues?.[1] ?? null],
    ],
  };
}

function notebookTable({ notebook: { output, jacobian } }: Result): Table {
  const names = ['x₀² + x₁', 'x₀ x₁', 'sin x₀ + cos x₁'];
  return {
    caption: 'The notebook’s function of three components at (x₀, x₁) = (x, y), in float32',
    columns: ['Component', 'Value', '∂/∂x₀', '∂/∂x₁'],
    rows: names.map((name, i) => [name, output[i] ?? null, ...(jacobian[i] ?? [])]),
  };
}

function areaTable({ shrinking, det }: Result): Table {
  return {
    caption: 'Smaller and smaller squares: the signed area of the image, per area of the square',
    columns: ['Side of the square', 'Area factor', 'det J'],
    rows: shrinking.map(({ side, factor }) => [side, factor, det]),
  };
}

function stretchTable({ singularValues, domain, image }: Result): Table {
  return {
    caption:
      'Directions stretched most and least, as drawn: from the middle to the circle, and to the ellipse',
    columns: ['Singular value', 'x', 'y', 'f₁', 'f₂'],
    rows: (singularValues ?? []).map((value, i) => {
      const [before, after] = [domain.stretched[i]?.to, image.stretched[i]?.to];
      return [value, before?.x ?? null, before?.y ?? null, after?.x ?? null, after?.y ?? null];
    }),
  };
}

function squareTable({ corners }: Result): Table {
  return {
    caption: 'Corners and middles of the sides of the square: their images, and where J sends them',
    columns: ['x', 'y', 'f₁', 'f₂', 'J, first', 'J, second'],
    rows: corners.map(({ point, image, linear }) => [
      ...[point.x, point.y, image.x, image.y],
      ...[linear.x, linear.y],
    ]),
  };
}

function gridTable({ crossings }: Result): Table {
  return {
    caption: 'The crossings of the grid and their images',
    columns: ['x', 'y', 'f₁', 'f₂'],
    rows: crossings.map(({ point, image }) => [point.x, point.y, image.x, image.y]),
  };
}
