/**
 * The matrix product for one element type. matmul64.ts is this file with another type in the next line, for the
 * reason that float32.ts gives; kernels.test.ts keeps the two alike.
 */
type Data = Float32Array;

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
