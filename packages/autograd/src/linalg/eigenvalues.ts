import { RuntimeError } from '../core/errors.ts';
import { clearBelow, reflect } from './hessenberg.ts';
import type { Matrix } from './matrix.ts';

/** Eigenvalues of a general matrix; conjugate pairs stand side by side, the positive one first. */
export interface Eigenvalues {
  readonly real: number[];
  readonly imag: number[];
}

const MOST_STEPS = 60;

/** Steps for one eigenvalue after which smallness is judged by the whole matrix; three are usual. */
const PATIENCE = 30;

/** Beside a largest entry of 1: products of two numbers above it do not round to nothing. */
const NEGLIGIBLE = 2 ** -500;

/**
 * The row from which the block ending at `last` is unreduced; zeroes what is negligible: beside its
 * neighbours, or, where entries of very different sizes keep the iteration from ending, beside the
 * whole matrix, which moves no eigenvalue by more than rounding the matrix would.
 */
function blockStart(a: Matrix, n: number, last: number, norm: number, step: number): number {
  const least = step < PATIENCE ? NEGLIGIBLE : Number.EPSILON * norm;
  for (let l = last; l > 0; l--) {
    const scale =
      Math.abs(a[(l - 1) * n + l - 1] as number) + Math.abs(a[l * n + l] as number) || norm;
    const below = Math.abs(a[l * n + l - 1] as number);
    if (below < least || below + scale === scale) {
      a[l * n + l - 1] = 0;
      return l;
    }
  }
  return 0;
}

/** Both eigenvalues of the 2×2 block [y, b; c, x] with w = b c: their real and imaginary parts. */
function pair(x: number, y: number, w: number): [real: number[], imag: number[]] {
  const p = (y - x) / 2;
  const q = p * p + w;
  const root = Math.sqrt(Math.abs(q));
  if (q < 0) return [[x + p, x + p], [root, -root]]; // prettier-ignore
  const z = p + (p >= 0 ? root : -root);
  return [[x + z, z === 0 ? x : x - w / z], [0, 0]]; // prettier-ignore
}

/** One double step of the QR iteration on rows `first` to `last`, Francis's bulge chased down. */
function doubleStep(a: Matrix, n: number, first: number, last: number, step: number): void {
  const at = (i: number, j: number) => a[i * n + j] as number;
  let x = at(last, last);
  let y = at(last - 1, last - 1);
  let w = at(last, last - 1) * at(last - 1, last);
  if (step % 10 === 9) {
    // An exceptional shift breaks cycles.
    const s = Math.abs(at(last, last - 1)) + Math.abs(at(last - 1, last - 2));
    x += 0.75 * s;
    y = x;
    w = -0.4375 * s * s;
  }
  const z = at(first, first);
  const p = ((x - z) * (y - z) - w) / at(first + 1, first) + at(first, first + 1);
  const q = at(first + 1, first + 1) - z - (x - z) - (y - z);
  reflect(a, n, first, [p, q, at(first + 2, first + 1)]);
  for (let k = first + 1; k < last; k++) clearBelow(a, n, k, Math.min(3, last - k + 1));
}

/** The eigenvalues of an n×n matrix by Francis's implicitly shifted QR iteration. */
export function eigenvalues(source: ArrayLike<number>, n: number): Eigenvalues {
  const largest = Array.from(source).reduce((most, x) => Math.max(most, Math.abs(x)), 0) || 1;
  const a = Float64Array.from(source, (x) => x / largest);
  for (let k = 1; k < n - 1; k++) clearBelow(a, n, k, n - k);
  const norm = a.reduce((sum, x) => sum + Math.abs(x), 0);
  const real: number[] = [];
  const imag: number[] = [];
  let last = n - 1;
  for (let step = 0; last >= 0; step++) {
    const first = blockStart(a, n, last, norm, step);
    if (first < last - 1) {
      if (step === MOST_STEPS) {
        throw new RuntimeError('linalg.eigvals: the QR iteration did not converge');
      }
      doubleStep(a, n, first, last, step);
      continue;
    }
    const x = a[last * n + last] as number;
    if (first === last) [real[last], imag[last]] = [x, 0];
    else {
      const w = (a[last * n + first] as number) * (a[first * n + last] as number);
      const both = pair(x, a[first * n + first] as number, w);
      [real[first], real[last]] = both[0] as [number, number];
      [imag[first], imag[last]] = both[1] as [number, number];
    }
    last = first - 1;
    step = -1;
  }
  return { real: real.map((x) => x * largest), imag: imag.map((x) => x * largest) };
}
