import { type Tensor, tensor } from '@calculus/autograd';
import type { PlotWindow, Position, Range } from '../shared/contract.ts';
import { angleOf, direction } from '../shared/direction.ts';
import { niceRange } from '../shared/nice-range.ts';
import { places } from '../shared/sample-curve.ts';
import type { Axis, PrincipalAxes } from './principal-axes.ts';
import { type Quadratic, heightOf } from './quadratic.ts';

/** A direction u of length 1, what H makes of it, and the curvature uᵀHu along it, in float32. */
export interface DirectionalCurvature {
  u: Position;
  hu: Position;
  curvature: number;
  /** Hu lies along u. */
  eigenvector: boolean;
}

/** Every direction at once, in float64, for pictures. */
export interface Directions {
  /** uᵀHu against the angle of u in degrees. */
  curve: Position[];
  range: Range;
  /** Both ends of each eigenvector on that curve, the lower eigenvalue first. */
  marks: [Position[], Position[]];
  /** All u, and what H makes of them. */
  circle: Position[];
  image: Position[];
  plane: PlotWindow;
}

/** Hu may miss u by this share of the largest eigenvalue: a hundredth of a degree, or rounding. */
const tolerance = 1e-4;

export function directionalCurvature(
  hessian: Tensor,
  angle: number,
  axes: PrincipalAxes['axes'],
): DirectionalCurvature {
  const u = direction(angle);
  const vector = tensor([u.x, u.y]);
  const product = hessian.matmul(vector);
  // Adding zero takes the sign from a zero.
  const [x, y] = product.add(0).tolist() as [number, number];
  const aside = Math.abs(u.x * y - u.y * x);
  return {
    u,
    hu: { x, y },
    curvature: vector.dot(product).add(0).item(),
    eigenvector: aside <= tolerance * largest(axes),
  };
}

export function directionsOf(quadratic: Quadratic, axes: PrincipalAxes['axes']): Directions {
  const [low, high] = axes;
  const angles = places({ min: 0, max: 360 }, 121);
  const circle = angles.map(direction);
  const height = heightOf(quadratic);
  const reach = 1.15 * Math.max(1, largest(axes));
  return {
    // The loss is ½ uᵀHu at the end of u.
    curve: circle.map((u, index) => ({ x: 3 * index, y: 2 * height(u) })),
    range: niceRange(Math.min(0, low.eigenvalue), Math.max(0, high.eigenvalue)),
    marks: [bothEnds(low), bothEnds(high)],
    circle,
    image: circle.map((u) => timesHessian(quadratic, u)),
    plane: { x: { min: -reach, max: reach }, y: { min: -reach, max: reach } },
  };
}

/** The angle of a point as seen from the middle, on the grid of the slider. */
export const angleTowards = (point: Position): number => Math.round(2 * angleOf(point)) / 2;

const largest = (axes: PrincipalAxes['axes']): number =>
  Math.max(...axes.map(({ eigenvalue }) => Math.abs(eigenvalue)));

/** The angle of an eigenvector and that of its opposite, each with the eigenvalue. */
function bothEnds({ eigenvalue, direction: u }: Axis): Position[] {
  const angle = angleOf(u) % 180;
  return [angle, angle + 180].map((x) => ({ x, y: eigenvalue }));
}

const timesHessian = ({ a, b, c }: Quadratic, { x, y }: Position): Position => ({
  x: a * x + (c * y) / 2,
  y: (c * x) / 2 + b * y,
});
