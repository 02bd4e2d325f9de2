import { expect, test } from 'vitest';
import { cellsIn, goldenFiles, releases, testsIn } from './checks.ts';

test('the counts are those of the files', () => {
  const of = (file: string) => goldenFiles.find(({ name }) => name === file);
  // packages/autograd/golden/README.md says the same of these.
  expect(of('torch_golden.json')?.cases).toBe(172);
  expect(of('python_semantics.json')?.cases).toBe(316);
  expect(releases).toHaveLength(1);
  expect(cellsIn('01-derivatives-and-gradients')).toBe(7);
  expect(testsIn('src/components')).toBeGreaterThan(10);
});
