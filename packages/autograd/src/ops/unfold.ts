import type { Tensor } from '../tensor.ts';
import { type Plan, take } from './take.ts';

/** A number for rows and one for columns. */
export type Pair = readonly [number, number];

/** How many windows fit. */
export function windows(size: number, kernel: number, stride: number, dilation: number): number {
  return Math.floor((size - dilation * (kernel - 1) - 1) / stride) + 1;
}

/** All windows of a kernel's size: x[n, c, h, w] as columns[n, c·kh·kw, oh·ow]. */
export function unfold(x: Tensor, kernel: Pair, stride: Pair, dilation: Pair) {
  const [n = 0, c = 0, h = 0, w = 0] = x.shape;
  const [kh, kw] = kernel;
  const oh = windows(h, kh, stride[0], dilation[0]);
  const ow = windows(w, kw, stride[1], dilation[1]);
  const positions = new Float64Array(n * c * kh * kw * oh * ow);
  let at = 0;
  for (let image = 0; image < n * c; image++) {
    for (let entry = 0; entry < kh * kw; entry++) {
      const top = Math.floor(entry / kw) * dilation[0];
      const left = (entry % kw) * dilation[1];
      for (let place = 0; place < oh * ow; place++) {
        const row = Math.floor(place / ow) * stride[0] + top;
        positions[at++] = (image * h + row) * w + (place % ow) * stride[1] + left;
      }
    }
  }
  const plan: Plan = { shape: [n, c * kh * kw, oh * ow], positions };
  return { columns: take(x, plan, 'Im2ColBackward0'), oh, ow };
}
