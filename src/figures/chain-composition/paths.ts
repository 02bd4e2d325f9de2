import { enableGrad, tensor, type Tensor } from '@calculus/autograd';
import { slope } from './chain.ts';

/** A path from x to p, and the slopes along it. */
export interface Path {
  /** The quantity in the middle. */
  name: 'u' | 'q';
  /** Of p with respect to the middle, then of the middle with respect to x. */
  slopes: [number, number];
  product: number;
}

/** p = u·q with u = x² and q = x + 1: x reaches p in two ways. */
export interface Paths {
  u: number;
  q: number;
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
    const q = x.add(1);
    const p = u.mul(q);
    const path = (name: 'u' | 'q', middle: Tensor): Path => {
      const into = slope(p, middle);
      const out = slope(middle, x);
      return { name, slopes: [into, out], product: into * out };
    };
    const throughU = path('u', u);
    const throughQ = path('q', q);
    return {
      u: u.item(),
      q: q.item(),
      p: p.item(),
      through: [throughU, throughQ],
      sum: throughU.product + throughQ.product,
      derivative: slope(p, x),
    };
  });
}
