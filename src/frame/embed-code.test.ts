import { expect, test } from 'vitest';
import { embedCode } from './embed-code.ts';

test('a figure is embedded with its settings, its title and room for all of it', () => {
  const code = embedCode({
    id: 'curvature',
    title: 'The curvature of a bowl',
    link: 'https://example.org/course/hessian/?curvature.a=2&curvature.b=3#curvature',
    base: '/course/',
    height: 800,
  });
  expect(code).toContain(
    'src="https://example.org/course/widgets/curvature/?curvature.a=2&amp;curvature.b=3#curvature"',
  );
  expect(code).toContain('title="The curvature of a bowl"');
  expect(code).toContain('height="890"');
});
