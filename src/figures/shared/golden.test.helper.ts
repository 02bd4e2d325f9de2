import { readFileSync } from 'node:fs';

interface Case {
  id: string;
  kind: string;
  dtype: string;
}

/** The cases of one kind, in one precision or all, in what real PyTorch printed; at least one, or it throws. */
export function golden<T extends Case>(
  kind: T['kind'],
  dtype?: 'float32' | 'float64',
  family = 'torch',
): T[] {
  const path = `../../../packages/autograd/golden/${family}_golden.json`;
  const file = new URL(path, import.meta.url);
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] };
  const found = cases.filter((one) => one.kind === kind && (dtype ?? one.dtype) === one.dtype);
  if (found.length === 0) throw new Error(`golden: no ${dtype ?? ''} case of kind ${kind}`);
  return found as T[];
}
