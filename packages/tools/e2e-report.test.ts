import { expect, test } from 'vitest';
import { readReport } from './e2e-report.ts';

const spec = (title: string, status: string) => ({
  title,
  file: 'pages.e2e.ts',
  line: 7,
  tests: [{ status }],
});

test('a test that passed at its second try counts as passed and is named, however deep it lies', () => {
  const suites = [
    {
      title: 'pages.e2e.ts',
      specs: [spec('opens', 'expected'), spec('fits', 'unexpected')],
      suites: [{ title: 'a group', specs: [spec('waits', 'flaky')] }],
    },
  ];
  const stats = { expected: 1, unexpected: 1, flaky: 1 };
  expect(readReport(JSON.stringify({ stats, suites }))).toEqual({
    count: { passed: 2, failed: 1 },
    flaky: ['e2e/pages.e2e.ts:7 waits'],
  });
});
