import { enableGrad, tensor, type Tensor } from '@calculus/autograd';
import { slope } from './chain.ts';

/** A path from x to p, and the slopes along it. */
export interface Path {
  /** The quantity in the middle. */
  name: 'u' | 'v';
  /** Of p with respect to the middle, then of the middle with respect to x. */
  slopes: [number, number];
  product: number;
}

/** p = u·v with u = x² and v = x + 1: x reaches p in two ways. */
export interface Paths {
  u: number;
  v: number;
  p: number;
  through: [Path, Path];
  sum: number;
  /** By autograd, without the paths. */
  derivative: number;
}

/** In float32. */
export function pathsFrom(at: number): Paths {
  return enableGrad(() => {
    const x = tensor(at, { requiresGrad: true });
    const u = x.pow(2);
    const v = x.add(1);
    const p = u.mul(v);
    const path = (name: 'u' | 'v', middle: Tensor): Path => {
      const into = slope(p, middle);
      const out = slope(middle, x);
      return { name, slopes: [into, out], product: into * out };
    };
    const throughU = path('u', u);
    const throughV = path('v', v);
    return {
      u: u.item(),
      v: v.item(),
      p: p.item(),
      through: [throughU, throughV],
      sum: throughU.product + throughV.product,
      derivative: slope(p, x),
    };
  });
}
