import { Generator, type Tensor, functional, linalg, randn, tensor } from '@calculus/autograd';
import { at } from '../shared/at.ts';
import type { Work } from '../shared/contract.ts';
import { type Problem, directionSeed } from './network.ts';

export const iterations = 100;

/**
 * The eigenvalue of largest size of the Hessian, by power iteration: v ← Hv/‖Hv‖, a hundred times, each product by
 * two backward passes; then vᵀHv.
 */
export function* sharpnessOf(
  { loss }: Problem,
  theta: readonly number[],
  seed: number,
): Work<number> {
  const here = tensor(theta, { dtype: 'float64' });
  const generator = new Generator().manualSeed(directionSeed(seed));
  const times = (v: Tensor): Tensor => functional.hvp(loss, here, v)[1];
  let v = randn([theta.length], { dtype: 'float64', generator });
  for (let iteration = 0; iteration < iterations; iteration++) {
    const next = times(v);
    v = next.div(next.norm());
    yield iteration / iterations;
  }
  return v.dot(times(v)).item();
}

/** All eigenvalues of the Hessian, ascending. */
export function eigenvaluesOf({ loss }: Problem, theta: readonly number[]): number[] {
  const here = tensor(theta, { dtype: 'float64' });
  return linalg.eigvalsh(functional.hessian(loss, here)).tolist() as number[];
}

/** An eigenvalue nearer to zero than this counts as none. */
export const flat = 1e-6;

export const countNegative = (eigenvalues: readonly number[]): number =>
  eigenvalues.filter((_, index) => at(eigenvalues, index) < -flat).length;
