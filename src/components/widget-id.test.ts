import { expect, test } from 'vitest';
import { idOf } from './widget-id.ts';

test('the id of a widget is the name of its file in kebab-case', () => {
  expect(idOf('../widgets/GradientDescent.svelte')).toBe('gradient-descent');
  expect(idOf('../widgets/Descent2d.svelte')).toBe('descent-2d');
  expect(idOf('Curvature.svelte')).toBe('curvature');
});
