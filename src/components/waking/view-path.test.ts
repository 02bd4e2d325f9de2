import { expect, test } from 'vitest';
import { viewPath } from './view-path.ts';

test.each([
  ['gradient-descent', '../../figures/gradient-descent/GradientDescent.svelte'],
  ['descent-2d', '../../figures/descent-2d/Descent2d.svelte'],
  ['curvature', '../../figures/curvature/Curvature.svelte'],
])('%s is shown by %s', (id, path) => {
  expect(viewPath(id)).toBe(path);
});
