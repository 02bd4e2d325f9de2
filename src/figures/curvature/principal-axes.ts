import { type Tensor, linalg } from '@calculus/autograd';
import type { Position } from '../shared/contract.ts';

export type Verdict = 'minimum' | 'maximum' | 'saddle' | 'flat';

/** A direction in which a quadratic bends without twisting: H u = λ u. */
export interface Axis {
  eigenvalue: number;
  /** Of length 1, towards the right, or straight up. */
  direction: Position;
}

export interface PrincipalAxes {
  /** By ascending eigenvalue. */
  axes: [Axis, Axis];
  verdict: Verdict;
  /** |λ|max / |λ|min; null where H is singular. */
  condition: number | null;
  /** λmax / λmin with their signs; null where H is singular. */
  ratio: number | null;
}

/** The gap between 1 and the next number. */
const epsilon = { float32: 2 ** -23, float64: 2 ** -52 };

/**
 * Eigenvalues and eigenvectors of a symmetric 2 × 2 matrix. An eigenvalue counts as zero below
 * 2ε|λ|max, the rule of `torch.linalg.matrix_rank`: rounding the entries alone moves it that far.
 */
export function principalAxes(hessian: Tensor): PrincipalAxes {
  const { eigenvalues, eigenvectors } = linalg.eigh(hessian);
  const [least, most] = eigenvalues.tolist() as [number, number];
  const [[ux, vx], [uy, vy]] = eigenvectors.tolist() as [[number, number], [number, number]];
  const largest = Math.max(Math.abs(least), Math.abs(most));
  const noise = 2 * (hessian.dtype === 'float64' ? epsilon.float64 : epsilon.float32) * largest;
  const rounded = (value: number) => (Math.abs(value) <= noise ? 0 : value);
  const low = rounded(least);
  const high = rounded(most);
  const smallest = Math.min(Math.abs(low), Math.abs(high));
  return {
    axes: [
      { eigenvalue: low, direction: rightwards(ux, uy) },
      { eigenvalue: high, direction: rightwards(vx, vy) },
    ],
    verdict: verdictOf(low, high),
    condition: smallest > 0 ? largest / smallest : null,
    ratio: smallest > 0 ? high / low : null,
  };
}

function verdictOf(low: number, high: number): Verdict {
  if (low === 0 || high === 0) return 'flat';
  if (low > 0) return 'minimum';
  return high < 0 ? 'maximum' : 'saddle';
}

/** An eigenvector may as well point the other way; zero has no sign. */
function rightwards(x: number, y: number): Position {
  const sign = x < 0 || (x === 0 && y < 0) ? -1 : 1;
  return { x: sign * x + 0, y: sign * y + 0 };
}
