import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { table } from './table.ts';

const golden = new URL('../../golden/ops_golden.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(golden, 'utf8')) as { cases: { op: string }[] };

test('every operation with golden numbers has a rule', () => {
  // 'compose' stands for expressions of several operations.
  const named = new Set(cases.map(({ op }) => op).filter((op) => op !== 'compose'));
  expect(Object.keys(table).sort()).toEqual([...named].sort());
});
