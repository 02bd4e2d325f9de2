import type { Matrix } from './matrix.ts';

/** v, headed by 1, and β for which (I − β v vᵀ) x is a multiple of e₁; nothing where x is one already. */
function householder(x: readonly number[]): [v: number[], beta: number] | undefined {
  const largest = Math.max(...x.map(Math.abs));
  // Entries of 1e-160 have squares that round to nothing, and the reflection would be none.
  const [head = 0, ...tail] = x.map((value) => value / largest);
  const below = tail.reduce((sum, value) => sum + value * value, 0);
  if (!(below > 0)) return undefined;
  const length = Math.sign(head || 1) * Math.sqrt(head * head + below);
  const first = head + length;
  return [[1, ...tail.map((value) => value / first)], first / length];
}

/** Reflects n lines: line i begins at `start` + i · `across`, its elements are `along` apart. */
function reflectLines(
  a: Matrix,
  v: readonly number[],
  beta: number,
  start: number,
  across: number,
  along: number,
): void {
  const end = start + Math.sqrt(a.length) * across;
  for (let line = start; line < end; line += across) {
    const sum = beta * v.reduce((total, x, i) => total + x * (a[line + i * along] as number), 0);
    for (const [i, x] of v.entries())
      a[line + i * along] = (a[line + i * along] as number) - sum * x;
  }
}

/** a ← Q a Q, where the reflection Q of the rows and columns from k on makes x a multiple of e₁. */
export function reflect(a: Matrix, n: number, k: number, x: readonly number[]): void {
  const reflection = householder(x);
  if (reflection === undefined) return;
  reflectLines(a, ...reflection, k * n, 1, n);
  reflectLines(a, ...reflection, k, n, 1);
}

/** Makes the `size` − 1 elements below (k, k − 1) zero by a reflection that keeps the eigenvalues. */
export function clearBelow(a: Matrix, n: number, k: number, size: number): void {
  const position = (i: number) => (k + i) * n + k - 1;
  reflect(
    a,
    n,
    k,
    Array.from({ length: size }, (_, i) => a[position(i)] as number),
  );
  for (let i = 1; i < size; i++) a[position(i)] = 0;
}
