import { Generator, linalg, randn } from '@calculus/autograd';

/**
 * The share of random symmetric n × n matrices, (A + Aᵀ)/2 with independent normal entries, whose
 * eigenvalues are all positive, in a seeded sample of this size.
 */
export function shareOfMinima(n: number, draws: number): number {
  const generator = new Generator().manualSeed(0);
  const matrices = randn([draws, n, n], { dtype: 'float64', generator });
  const lowest = linalg.eigvalsh(matrices.add(matrices.mT).mul(0.5)).select(1, 0);
  return (lowest.tolist() as number[]).filter((value) => value > 0).length / draws;
}
