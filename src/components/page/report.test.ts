import { expect, test } from 'vitest';
import { issueUrl } from './report.ts';

test('an issue about a figure names its place, its settings and the version', () => {
  const address = 'https://example.org/hessian/?curvature.a=2&curvature.x=-1#curvature';
  const url = new URL(issueUrl('https://example.org/course', 'Figure 5.1', address, '0.1.0 (abc)'));
  expect(url.pathname).toBe('/course/issues/new');
  expect(url.searchParams.get('title')).toBe('Figure 5.1: ');
  expect(url.searchParams.get('body')).toContain(`Where: ${address}\nVersion: 0.1.0 (abc)\n`);
});
