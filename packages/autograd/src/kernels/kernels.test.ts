import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

function loops(name: string): string {
  return readFileSync(new URL(`./${name}.ts`, import.meta.url), 'utf8');
}

test('the loops for float64 are those for float32 but for the type', () => {
  const float32 = loops('float32')
    .replaceAll('Float32Array', 'Float64Array')
    .replace('= Math.fround;', '= (x: number): number => x;')
    .replace('float64.ts is', 'float32.ts is');
  expect(loops('float64')).toBe(float32);
});
