import { type Tensor, enableGrad, grad, tensor } from '@calculus/autograd';

/** h = x², g = h + 1, f = g³: the quantities of the chain from first to last. */
export const names = ['x', 'h', 'g', 'f'] as const;
export type Name = (typeof names)[number];

type Chain = Record<Name, Tensor>;

/** The chain from a leaf, recorded. */
export function chainFrom(at: number, dtype: 'float32' | 'float64'): Chain {
  return enableGrad(() => {
    const x = tensor(at, { dtype, requiresGrad: true });
    const h = x.pow(2);
    const g = h.add(1);
    return { x, h, g, f: g.pow(3) };
  });
}

export const valuesOf = ({ x, h, g, f }: Chain): Record<Name, number> => ({
  x: x.item(),
  h: h.item(),
  g: g.item(),
  f: f.item(),
});

/** The derivative of one recorded tensor with respect to another. */
export function slope(of: Tensor, by: Tensor): number {
  const [gradient] = grad(of, by, { retainGraph: true }) as [Tensor];
  return gradient.item();
}
