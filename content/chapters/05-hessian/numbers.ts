import * as race from '../../../src/figures/condition-race/index.ts';
import * as curvature from '../../../src/figures/curvature/index.ts';
import { at } from '../../../src/figures/shared/at.ts';
import { angleOf } from '../../../src/figures/shared/direction.ts';
import { present } from '../../../src/figures/shared/present.ts';
import { secondDerivatives } from '../../../src/figures/shared/second-derivatives.ts';
import { shown } from '../../../src/figures/shared/shown.ts';

export { shown };

/** ½(x² + 2y² + xy) at (1, 2). */
export const bowl = curvature.run(curvature.defaults);
export const condition = present(bowl.condition);
export const newton = present(bowl.newton);
export const gradientStep = present(bowl.gradientStep);
export const eigenvalues = bowl.axes.map(({ eigenvalue }) => eigenvalue);

/** The factor of gradient descent at its best rate. */
export const bestFactor = (condition - 1) / (condition + 1);

/** The eigenvector of the smaller eigenvalue: its rise per unit of x, and how far below the x axis it points. */
const flat = at(bowl.axes, 0).direction;
export const flatSlope = flat.y / flat.x;
export const flatAngle = 360 - angleOf(flat);

/** ½(x² + 5y² + xy). */
export const steeper = secondDerivatives('(x^2+5y^2+x*y)/2', { x: 1, y: 2 });

/** x³ at 0. */
export const cubic = secondDerivatives('x^3', { x: 0 });

/** Methods at condition number 10. */
export const plain = race.run(race.defaults).chosen;
/** At half the best rate. */
export const slow = race.run({ ...race.defaults, rate: 0.5 }).chosen;
export const heavy = race.run({ ...race.defaults, method: 'momentum' }).chosen;

/** Half the mean squared error of w · input + b, for the inputs 4 and 6, and for −1 and 1. */
export const raw = secondDerivatives('((4x+y)^2+(6x+y)^2)/4', { x: 0, y: 0 });
export const centred = secondDerivatives('((-x+y)^2+(x+y)^2)/4', { x: 0, y: 0 });

/** The function of chapter 1 at its point. */
export const old = secondDerivatives('x^2 y + x y^2 + 2', { x: 1, y: 2 });
export const tilted = secondDerivatives('x^2 + x*y + 2y^2 - 3x', { x: 0, y: 0 });

/**
 * The share of symmetric matrices (A + Aᵀ)/2, the entries of A independent and standard normal, whose
 * eigenvalues are all positive: for 1, 2, 3 and 4 rows.
 */
export const shareOfMinima = [
  1 / 2,
  (2 - Math.SQRT2) / 4,
  (Math.PI - 2 * Math.SQRT2) / (4 * Math.PI),
  1 / 4 - Math.SQRT2 / 16 - 1 / (2 * Math.PI),
] as const;

export const percent = (share: number): string => `${shown(100 * share, 2)}%`;

/** Weights and biases of a network of fully connected layers of these widths, inputs first. */
export function parametersOf(widths: readonly number[]): number {
  const layers = widths.slice(1).map((outputs, layer) => outputs * (at(widths, layer) + 1));
  return layers.reduce((sum, count) => sum + count, 0);
}

const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'];

/** What so many float32 numbers take to store: 41 GB. */
export function storage(count: number): string {
  const bytes = 4 * count;
  const power = Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${String(Number((bytes / 1000 ** power).toPrecision(2)))} ${at(units, power)}`;
}

/** A small network for images of 28 × 28 points: 128 hidden units, and an output for each digit. */
export const digits = parametersOf([784, 128, 10]);
