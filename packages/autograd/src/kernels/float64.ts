/**
 * Loops over arrays of one element type. float32.ts is this file with another type in the next two lines:
 * a JavaScript engine compiles a loop well only for the one array type it has met, so each type
 * has loops of its own (shared ones are 1.8 times slower). kernels.test.ts keeps the two alike.
 *
 * An operand is an array, the index of its first element and the stride from one element to the next.
 */
type Data = Float64Array;
const rounded = (x: number): number => x;

/**
 * Whether a run begins with its array and skips nothing: in a loop from 0 to n over such ones the bounds
 * are not checked at each element (row c of the benchmark).
 */
const whole = (start: number, stride: number): boolean => start === 0 && stride === 1;

// prettier-ignore
export function add(a: Data, i: number, p: number, b: Data, j: number, q: number, out: Data, k: number, n: number): void {
  const plain = k === 0 && whole(i, p);
  if (plain && whole(j, q)) for (let c = 0; c < n; c++) out[c] = (a[c] as number) + (b[c] as number);
  else if (plain && q === 0) for (let c = 0, y = b[j] as number; c < n; c++) out[c] = (a[c] as number) + y;
  else for (const end = k + n; k < end; k++, i += p, j += q) out[k] = (a[i] as number) + (b[j] as number);
}

// prettier-ignore
export function sub(a: Data, i: number, p: number, b: Data, j: number, q: number, out: Data, k: number, n: number): void {
  const plain = k === 0 && whole(i, p);
  if (plain && whole(j, q)) for (let c = 0; c < n; c++) out[c] = (a[c] as number) - (b[c] as number);
  else if (plain && q === 0) for (let c = 0, y = b[j] as number; c < n; c++) out[c] = (a[c] as number) - y;
  else for (const end = k + n; k < end; k++, i += p, j += q) out[k] = (a[i] as number) - (b[j] as number);
}

// prettier-ignore
export function mul(a: Data, i: number, p: number, b: Data, j: number, q: number, out: Data, k: number, n: number): void {
  const plain = k === 0 && whole(i, p);
  if (plain && whole(j, q)) for (let c = 0; c < n; c++) out[c] = (a[c] as number) * (b[c] as number);
  else if (plain && q === 0) for (let c = 0, y = b[j] as number; c < n; c++) out[c] = (a[c] as number) * y;
  else if (p === 0 && whole(j, q)) mul(b, j, q, a, i, p, out, k, n);
  else for (const end = k + n; k < end; k++, i += p, j += q) out[k] = (a[i] as number) * (b[j] as number);
}

// prettier-ignore
export function div(a: Data, i: number, p: number, b: Data, j: number, q: number, out: Data, k: number, n: number): void {
  const plain = k === 0 && whole(i, p);
  if (plain && whole(j, q)) for (let c = 0; c < n; c++) out[c] = (a[c] as number) / (b[c] as number);
  else if (plain && q === 0) for (let c = 0, y = b[j] as number; c < n; c++) out[c] = (a[c] as number) / y;
  else for (const end = k + n; k < end; k++, i += p, j += q) out[k] = (a[i] as number) / (b[j] as number);
}

const plus = (total: number, exact: number, twice: boolean): number => {
  const product = rounded(exact);
  const sum = rounded(total + product);
  return twice ? sum + product : sum;
};

/** out[k] += a[i] b[j], once or twice; each product and each sum is rounded. */
// prettier-ignore
export function addProduct(a: Data, i: number, p: number, b: Data, j: number, q: number, out: Data, k: number, n: number, twice: boolean): void {
  const plain = k === 0 && whole(i, p) && whole(j, q);
  if (plain) for (let c = 0; c < n; c++) out[c] = plus(out[c] as number, (a[c] as number) * (b[c] as number), twice);
  else for (const end = k + n; k < end; k++, i += p, j += q) out[k] = plus(out[k] as number, (a[i] as number) * (b[j] as number), twice);
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
