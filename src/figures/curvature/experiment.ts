import type { Control, PlotWindow, Table } from '../shared/contract.ts';
import { type Slices, slicesOf } from './axis-slices.ts';
import { type Texts, texts } from './describe.ts';
import { type Field, fieldOf, fieldTable } from '../shared/field.ts';
import { requireFinite } from '../shared/finite.ts';
import { type PrincipalAxes, principalAxes } from './principal-axes.ts';
import { differentiateTwice, heightOf } from './quadratic.ts';
import { type GradientStep, type Step, gradientStep, newtonStep } from './quadratic-steps.ts';

export interface Params {
  a: number;
  b: number;
  c: number;
  x: number;
  y: number;
}

export const defaults: Params = { a: 1, b: 2, c: 1, x: 1, y: 2 };

const coefficient = { min: -3, max: 3, step: 0.1 } as const;
const coordinate = { min: -3, max: 3, step: 0.1, role: 'input' } as const;

export const controls = {
  a: { label: 'a', ...coefficient },
  b: { label: 'b', ...coefficient },
  c: { label: 'c', ...coefficient },
  x: { label: 'Point x', symbol: 'x', ...coordinate },
  y: { label: 'Point y', symbol: 'y', ...coordinate },
} as const satisfies Record<keyof Params, Control>;

/** Loss, gradient, H and both steps are computed in float32, as the notebook computes them. */
export interface Findings extends PrincipalAxes {
  loss: number;
  gradient: [number, number];
  /** Row by row. */
  hessian: number[][];
  /** Null where H is singular: no step is the only one. */
  newton: Step | null;
  /** Null where the gradient is zero. */
  gradientStep: GradientStep | null;
}

export interface Result extends Findings, Slices {
  texts: Texts;
  field: Field;
  window: PlotWindow;
}

const window: PlotWindow = { x: { min: -4, max: 4 }, y: { min: -4, max: 4 } };

/** ½(a x² + b y² + c xy), differentiated twice at a point. */
export function run(params: Params): Result {
  requireFinite('curvature', params);
  const found = find(params);
  return {
    ...found,
    ...slicesOf(params, params, found.gradient, found.axes),
    texts: texts(found),
    field: fieldOf(heightOf(params), window),
    window,
  };
}

function find(params: Params): Findings {
  const order = differentiateTwice(params, params);
  const judged = principalAxes(order.hessian);
  const [gx = 0, gy = 0] = order.gradient.tolist() as number[];
  const rows = order.hessian.tolist() as number[][];
  // Adding zero takes the sign from a zero.
  return {
    ...judged,
    loss: order.loss.item() + 0,
    gradient: [gx + 0, gy + 0],
    hessian: rows.map((row) => row.map((entry) => entry + 0)),
    newton: judged.condition === null ? null : newtonStep(params, params, order),
    gradientStep: gradientStep(params, params, order, judged.axes),
  };
}

export function tables({ x, y }: Params, result: Result): Table[] {
  const { loss, gradient, hessian, condition, ratio, newton, gradientStep, slices } = result;
  const row = (name: string, step: Step | null) =>
    step ? [name, step.by.x, step.by.y, step.loss] : [name, null, null, null];
  return [
    {
      caption: 'Loss and gradient at the point, and H row by row, in float32',
      columns: ['x', 'y', 'Loss', '∂f/∂x', '∂f/∂y', 'H₁₁', 'H₁₂', 'H₂₁', 'H₂₂'],
      rows: [[x, y, loss, ...gradient, ...hessian.flat()]],
    },
    {
      caption:
        'Eigenvalues λ and eigenvectors u of H, the slope along u, and the way to where it is zero',
      columns: ['λ', 'u along x', 'u along y', 'Slope g·u', 'Way −(g·u)/λ'],
      rows: slices.map(({ eigenvalue, direction, slope, level }) => [
        ...[eigenvalue, direction.x, direction.y, slope, level],
      ]),
    },
    {
      caption: 'The condition number, and the quotient that the notebook forms',
      columns: ['|λ|max / |λ|min', 'λmax / λmin'],
      rows: [[condition, ratio]],
    },
    {
      caption: 'Both steps from the point, and the loss to which they lead, in float32',
      columns: ['Step', 'Δx', 'Δy', 'Loss there'],
      rows: [row('Newton', newton), row('Gradient', gradientStep)],
    },
    {
      caption: 'The loss along each eigenvector through the point, as drawn, in float64',
      columns: ['Eigenvalue', 'Distance', 'Loss'],
      rows: slices.flatMap(({ eigenvalue, curve }) =>
        curve.map((sample) => [eigenvalue, sample.x, sample.y]),
      ),
    },
    fieldTable(result.field, window),
  ];
}
