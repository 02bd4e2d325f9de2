import type { Matrix } from './matrix.ts';

/** The Householder vector that maps column k−1, from row k down, to a multiple of e₁. */
function householder(a: Matrix, n: number, k: number): Float64Array | undefined {
  const v = new Float64Array(n);
  let largest = 0;
  for (let i = k; i < n; i++) largest = Math.max(largest, Math.abs(a[i * n + k - 1] as number));
  if (largest === 0) return undefined;
  let below = 0;
  for (let i = k; i < n; i++) {
    // Entries of 1e-160 have squares that round to nothing, and the reflection would be none.
    v[i] = (a[i * n + k - 1] as number) / largest;
    if (i > k) below += (v[i] as number) ** 2;
  }
  if (below === 0) return undefined;
  const head = v[k] as number;
  v[k] = head + Math.sign(head || 1) * Math.sqrt(head * head + below);
  const scale = Math.SQRT2 / Math.sqrt((v[k] as number) ** 2 + below);
  return v.map((x) => x * scale);
}

/** a ← (I − v vᵀ) a (I − v vᵀ), where |v|² = 2 and v is zero above row k. */
function reflectBothSides(a: Matrix, n: number, k: number, v: Float64Array): void {
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let i = k; i < n; i++) sum += (v[i] as number) * (a[i * n + j] as number);
    for (let i = k; i < n; i++) a[i * n + j] = (a[i * n + j] as number) - sum * (v[i] as number);
  }
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = k; j < n; j++) sum += (a[i * n + j] as number) * (v[j] as number);
    for (let j = k; j < n; j++) a[i * n + j] = (a[i * n + j] as number) - sum * (v[j] as number);
  }
}

/** A matrix with the same eigenvalues and zeros below the first subdiagonal (Householder). */
export function toHessenberg(source: ArrayLike<number>, n: number): Matrix {
  const a = Float64Array.from(source);
  for (let k = 1; k < n - 1; k++) {
    const v = householder(a, n, k);
    if (v === undefined) continue;
    reflectBothSides(a, n, k, v);
    for (let i = k + 1; i < n; i++) a[i * n + k - 1] = 0;
  }
  return a;
}
