import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test('a file is named by its title without what a file system may refuse', () => {
  expect(fileName('Step, x and f(x)')).toBe('step-x-and-f-x');
  expect(fileName('∂f/∂x at x₀: “slope”')).toBe('f-x-at-x0-slope');
  expect(fileName('a'.repeat(100))).toHaveLength(60);
});
