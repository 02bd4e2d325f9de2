import { at } from '../shared/at.ts';
import type { Table } from '../shared/contract.ts';
import { fieldTable } from '../shared/field.ts';
import type { Params, Result } from './experiment.ts';
import type { Step } from './quadratic-steps.ts';

export function tables(params: Params, result: Result): Table[] {
  return [
    pointTable(params, result),
    axisTable(result),
    conditionTable(result),
    stepTable(result),
    sliceTable(result),
    directionTable(params, result),
    curvatureTable(result),
    fieldTable(result.field, result.window),
  ];
}

const pointTable = ({ x, y }: Params, { loss, gradient, hessian }: Result): Table => ({
  caption: 'Loss and gradient at the point, and H row by row, in float32',
  columns: ['x', 'y', 'Loss', '∂f/∂x', '∂f/∂y', 'H₁₁', 'H₁₂', 'H₂₁', 'H₂₂'],
  rows: [[x, y, loss, ...gradient, ...hessian.flat()]],
});

const axisTable = ({ slices }: Result): Table => ({
  caption:
    'Eigenvalues λ and eigenvectors u of H, the slope along u, and the way to where it is zero',
  columns: ['λ', 'u along x', 'u along y', 'Slope g·u', 'Way −(g·u)/λ'],
  rows: slices.map(({ eigenvalue, direction, slope, level }) => [
    eigenvalue,
    direction.x,
    direction.y,
    slope,
    level,
  ]),
});

const conditionTable = ({ condition, ratio }: Result): Table => ({
  caption: 'The condition number, and the quotient of the eigenvalues with their signs',
  columns: ['|λ|max / |λ|min', 'λmax / λmin'],
  rows: [[condition, ratio]],
});

const stepTable = ({ newton, gradientStep }: Result): Table => ({
  caption: 'Both steps from the point, and the loss to which they lead, in float32',
  columns: ['Step', 'Δx', 'Δy', 'Loss there'],
  rows: [stepRow('Newton', newton), stepRow('Gradient', gradientStep)],
});

const stepRow = (name: string, step: Step | null) =>
  step ? [name, step.by.x, step.by.y, step.loss] : [name, null, null, null];

const sliceTable = ({ slices }: Result): Table => ({
  caption: 'The loss along each eigenvector through the point, as drawn, in float64',
  columns: ['Eigenvalue', 'Distance', 'Loss'],
  rows: slices.flatMap(({ eigenvalue, curve }) => curve.map(({ x, y }) => [eigenvalue, x, y])),
});

const directionTable = ({ angle }: Params, { along: { u, hu, curvature } }: Result): Table => ({
  caption: 'The direction u, what H makes of it, and the curvature along it, in float32',
  columns: ['Angle in degrees', 'u along x', 'u along y', 'Hu along x', 'Hu along y', 'uᵀHu'],
  rows: [[angle, u.x, u.y, hu.x, hu.y, curvature]],
});

const curvatureTable = ({ directions: { curve, circle, image } }: Result): Table => ({
  caption: 'All directions as drawn, in float64: u, Hu and the curvature uᵀHu',
  columns: ['Angle in degrees', 'u along x', 'u along y', 'Hu along x', 'Hu along y', 'uᵀHu'],
  rows: curve.map(({ x, y }, index) => {
    const u = at(circle, index);
    const hu = at(image, index);
    return [x, u.x, u.y, hu.x, hu.y, y];
  }),
});
