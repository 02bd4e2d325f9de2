import { RuntimeError } from '../core/errors.ts';
import { toHessenberg } from './hessenberg.ts';
import type { Matrix } from './matrix.ts';

/** Eigenvalues of a general matrix; conjugate pairs stand side by side, the positive one first. */
export interface Eigenvalues {
  readonly real: number[];
  readonly imag: number[];
}

/** The window of the Hessenberg matrix that still has to be reduced, and the sum of the shifts. */
interface Work {
  readonly a: Matrix;
  readonly n: number;
  readonly norm: number;
  shift: number;
}

type Triple = [p: number, q: number, r: number];

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
function blockStart({ a, n, norm }: Work, last: number, step: number): number {
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

/** Both eigenvalues of the 2×2 block whose last row is `last`. */
function writePair({ a, n, shift }: Work, last: number, out: Eigenvalues): void {
  const x = a[last * n + last] as number;
  const y = a[(last - 1) * n + last - 1] as number;
  const w = (a[last * n + last - 1] as number) * (a[(last - 1) * n + last] as number);
  const p = (y - x) / 2;
  const q = p * p + w;
  const root = Math.sqrt(Math.abs(q));
  if (q >= 0) {
    const z = p + (p >= 0 ? root : -root);
    out.real[last - 1] = x + shift + z;
    out.real[last] = z === 0 ? x + shift : x + shift - w / z;
    out.imag[last - 1] = out.imag[last] = 0;
  } else {
    out.real[last - 1] = out.real[last] = x + shift + p;
    out.imag[last - 1] = root;
    out.imag[last] = -root;
  }
}

/** The row at which the double step starts, and the first column of its reflection. */
function stepStart({ a, n }: Work, first: number, last: number, x: number, y: number, w: number) {
  const at = (i: number, j: number) => a[i * n + j] as number;
  for (let m = last - 2; ; m--) {
    const z = at(m, m);
    const p = ((x - z) * (y - z) - w) / at(m + 1, m) + at(m, m + 1);
    const q = at(m + 1, m + 1) - z - (x - z) - (y - z);
    const r = at(m + 2, m + 1);
    const scale = Math.abs(p) + Math.abs(q) + Math.abs(r) || 1;
    const column: Triple = [p / scale, q / scale, r / scale];
    if (m === first) return { m, column };
    const small = Math.abs(at(m, m - 1)) * (Math.abs(column[1]) + Math.abs(column[2]));
    const around = Math.abs(at(m - 1, m - 1)) + Math.abs(z) + Math.abs(at(m + 1, m + 1));
    const large = Math.abs(column[0]) * around;
    if (small + large === large) return { m, column };
  }
}

/** A reflection of three (at the end two) neighbouring rows and columns that makes `column` a multiple of e₁. */
function reflect(
  work: Work,
  k: number,
  first: number,
  last: number,
  column: Triple,
  length: number,
) {
  const { a, n } = work;
  const [p, q, r] = column;
  const u = [1, q / (p + length), r / (p + length)];
  const v = [(p + length) / length, q / length, r / length];
  const size = k === last - 1 ? 2 : 3;
  for (let j = k; j <= last; j++) {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += (u[i] as number) * (a[(k + i) * n + j] as number);
    for (let i = 0; i < size; i++)
      a[(k + i) * n + j] = (a[(k + i) * n + j] as number) - sum * (v[i] as number);
  }
  for (let i = first; i <= Math.min(last, k + 3); i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += (v[j] as number) * (a[i * n + k + j] as number);
    for (let j = 0; j < size; j++)
      a[i * n + k + j] = (a[i * n + k + j] as number) - sum * (u[j] as number);
  }
}

/** One double step of the QR iteration on rows `first` to `last`, with the shifts given by x, y, w. */
function doubleStep(
  work: Work,
  first: number,
  last: number,
  x: number,
  y: number,
  w: number,
): void {
  const { a, n } = work;
  const { m, column: start } = stepStart(work, first, last, x, y, w);
  for (let i = m + 2; i <= last; i++) {
    a[i * n + i - 2] = 0;
    if (i !== m + 2) a[i * n + i - 3] = 0;
  }
  for (let k = m; k < last; k++) {
    let column = start;
    let scale = 0;
    if (k !== m) {
      const third = k === last - 1 ? 0 : (a[(k + 2) * n + k - 1] as number);
      const raw: Triple = [a[k * n + k - 1] as number, a[(k + 1) * n + k - 1] as number, third];
      scale = raw.reduce((sum, value) => sum + Math.abs(value), 0);
      if (scale === 0) continue;
      column = [raw[0] / scale, raw[1] / scale, raw[2] / scale];
    }
    const length = Math.hypot(...column) * (column[0] < 0 ? -1 : 1);
    if (length === 0) continue;
    if (k !== m) a[k * n + k - 1] = -length * scale;
    else if (first !== m) a[k * n + k - 1] = -(a[k * n + k - 1] as number);
    reflect(work, k, first, last, column, length);
  }
}

function iterate(work: Work, first: number, last: number, step: number): void {
  const { a, n } = work;
  const at = (i: number, j: number) => a[i * n + j] as number;
  if (step === MOST_STEPS) {
    throw new RuntimeError('linalg.eigvals: the QR iteration did not converge');
  }
  if (step % 10 !== 9) {
    const w = at(last, last - 1) * at(last - 1, last);
    doubleStep(work, first, last, at(last, last), at(last - 1, last - 1), w);
    return;
  }
  // An exceptional shift breaks cycles.
  const x = at(last, last);
  work.shift += x;
  for (let i = 0; i <= last; i++) a[i * n + i] = at(i, i) - x;
  const s = Math.abs(at(last, last - 1)) + Math.abs(at(last - 1, last - 2));
  doubleStep(work, first, last, 0.75 * s, 0.75 * s, -0.4375 * s * s);
}

/** The eigenvalues of an n×n matrix by Francis's implicitly shifted QR iteration. */
export function eigenvalues(source: ArrayLike<number>, n: number): Eigenvalues {
  const largest = Array.from(source).reduce((most, x) => Math.max(most, Math.abs(x)), 0) || 1;
  const { real, imag } = eigenvaluesOfScaled(
    Array.from(source, (x) => x / largest),
    n,
  );
  const rescaled = (x: number) => x * largest;
  return { real: real.map(rescaled), imag: imag.map(rescaled) };
}

function eigenvaluesOfScaled(source: ArrayLike<number>, n: number): Eigenvalues {
  const a = toHessenberg(source, n);
  const norm = a.reduce((sum, x) => sum + Math.abs(x), 0);
  const work: Work = { a, n, norm, shift: 0 };
  const out: Eigenvalues = { real: new Array<number>(n), imag: new Array<number>(n) };
  let last = n - 1;
  for (let step = 0; last >= 0; step++) {
    const first = blockStart(work, last, step);
    if (first >= last - 1) {
      if (first === last) {
        out.real[last] = (a[last * n + last] as number) + work.shift;
        out.imag[last] = 0;
      } else writePair(work, last, out);
      last = first - 1;
      step = -1;
    } else iterate(work, first, last, step);
  }
  return out;
}
