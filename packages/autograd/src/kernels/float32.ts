/**
 * Loops over arrays of one element type. float64.ts is this file with another type in the next two lines:
 * a JavaScript engine compiles a loop well only for the one array type it has met, so each type
 * has loops of its own (shared ones are 1.8 times slower). kernels.test.ts keeps the two alike.
 *
 * An operand is an array, the index of its first element and the stride from one element to the next.
 */
type Data = Float32Array;
const rounded = Math.fround;

// prettier-ignore
export function add(a: Data, i: number, p: number, b: Data, j: number, q: number, out: Data, k: number, n: number): void {
  for (const end = k + n; k < end; k++, i += p, j += q) out[k] = (a[i] as number) + (b[j] as number);
}

// prettier-ignore
export function sub(a: Data, i: number, p: number, b: Data, j: number, q: number, out: Data, k: number, n: number): void {
  for (const end = k + n; k < end; k++, i += p, j += q) out[k] = (a[i] as number) - (b[j] as number);
}

// prettier-ignore
export function mul(a: Data, i: number, p: number, b: Data, j: number, q: number, out: Data, k: number, n: number): void {
  for (const end = k + n; k < end; k++, i += p, j += q) out[k] = (a[i] as number) * (b[j] as number);
}

// prettier-ignore
export function div(a: Data, i: number, p: number, b: Data, j: number, q: number, out: Data, k: number, n: number): void {
  for (const end = k + n; k < end; k++, i += p, j += q) out[k] = (a[i] as number) / (b[j] as number);
}

/** out[k] += a[i] b[j], once or twice; each product and each sum is rounded. */
// prettier-ignore
export function addProduct(a: Data, i: number, p: number, b: Data, j: number, q: number, out: Data, k: number, n: number, twice: boolean): void {
  for (const end = k + n; k < end; k++, i += p, j += q) {
    const product = rounded((a[i] as number) * (b[j] as number));
    const sum = rounded((out[k] as number) + product);
    out[k] = twice ? sum + product : sum;
  }
}

/** out[k] = f(a[i], b[j]) */
// prettier-ignore
export function zip(f: (x: number, y: number) => number, a: Data, i: number, p: number, b: Data, j: number, q: number, out: Data, k: number, n: number): void {
  for (const end = k + n; k < end; k++, i += p, j += q) out[k] = f(a[i] as number, b[j] as number);
}

/** out[k] = f(a[i]) */
// prettier-ignore
export function map(f: (x: number) => number, a: Data, i: number, p: number, out: Data, k: number, n: number): void {
  for (const end = k + n; k < end; k++, i += p) out[k] = f(a[i] as number);
}

/** out[k] = a[i] */
// prettier-ignore
export function copy(a: Data, i: number, p: number, out: Data, k: number, r: number, n: number): void {
  if (p === 1 && r === 1 && n > 16) out.set(a.subarray(i, i + n), k);
  else for (let c = 0; c < n; c++, k += r, i += p) out[k] = a[i] as number;
}

/** totals[k] += a[i], in float64. */
// prettier-ignore
export function accumulate(a: Data, i: number, p: number, totals: Float64Array, k: number, n: number): void {
  for (const end = k + n; k < end; k++, i += p) totals[k] = (totals[k] as number) + (a[i] as number);
}

/** The sum of n elements, in float64. */
export function sum(a: Data, i: number, p: number, n: number): number {
  let total = 0;
  for (let c = 0; c < n; c++, i += p) total += a[i] as number;
  return total;
}

// prettier-ignore
function dot(a: Data, i: number, b: Data, j: number, n: number): number {
  let total = 0;
  for (let c = 0; c < n; c++) total += (a[i + c] as number) * (b[j + c] as number);
  return total;
}

/**
 * C = A Bᵀ for A of m × k, row by row from i with stride p, and B of n × k, from j with stride q.
 * Works on blocks of 2 × 4 entries of C, whose sums stay in registers.
 */
// prettier-ignore
export function matmul(a: Data, i: number, p: number, b: Data, j: number, q: number, out: Data, o: number, m: number, n: number, k: number): void {
  const mEven = m - (m % 2);
  const nFour = n - (n % 4);
  for (let row = 0; row < mEven; row += 2) {
    const a0 = i + row * p;
    const a1 = a0 + p;
    for (let column = 0; column < nFour; column += 4) {
      const b0 = j + column * q;
      const b1 = b0 + q;
      const b2 = b1 + q;
      const b3 = b2 + q;
      let c00 = 0, c01 = 0, c02 = 0, c03 = 0, c10 = 0, c11 = 0, c12 = 0, c13 = 0;
      for (let c = 0; c < k; c++) {
        const x = a[a0 + c] as number;
        const y = a[a1 + c] as number;
        const u = b[b0 + c] as number;
        const v = b[b1 + c] as number;
        const w = b[b2 + c] as number;
        const z = b[b3 + c] as number;
        c00 += x * u; c01 += x * v; c02 += x * w; c03 += x * z;
        c10 += y * u; c11 += y * v; c12 += y * w; c13 += y * z;
      }
      const at = o + row * n + column;
      out[at] = c00; out[at + 1] = c01; out[at + 2] = c02; out[at + 3] = c03;
      out[at + n] = c10; out[at + n + 1] = c11; out[at + n + 2] = c12; out[at + n + 3] = c13;
    }
  }
  for (let row = 0; row < m; row++) {
    for (let column = row < mEven ? nFour : 0; column < n; column++) {
      out[o + row * n + column] = dot(a, i + row * p, b, j + column * q, k);
    }
  }
}
