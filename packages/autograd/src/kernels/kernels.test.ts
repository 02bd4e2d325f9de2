import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

function loops(name: string): string {
  return readFileSync(new URL(`./${name}.ts`, import.meta.url), 'utf8');
}

test.each(['float', 'matmul'])(
  'the %s loops of both types are the same but for the type',
  (name) => {
    const single = loops(`${name}32`)
      .replaceAll('Float32Array', 'Float64Array')
      .replace('= Math.fround;', '= (x: number): number => x;')
      .replace(`${name}64.ts is`, `${name}32.ts is`);
    expect(loops(`${name}64`)).toBe(single);
  },
);
