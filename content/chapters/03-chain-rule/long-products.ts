import { enableGrad, tensor } from '@calculus/autograd';

/** The slope through a row of links that each have this slope, by autograd, in float64. */
export function longProduct(slope: number, links: number): number {
  const x = tensor(1, { dtype: 'float64', requiresGrad: true });
  enableGrad(() => {
    let y = x.mul(slope);
    for (let link = 1; link < links; link++) y = y.mul(slope);
    return y;
  }).backward();
  return x.grad?.item() ?? 0;
}
