/** Reads what Playwright's JSON reporter wrote. */
import type { Count } from './stage.ts';

interface Suite {
  title: string;
  suites?: Suite[];
  specs?: { title: string; file: string; line: number; tests: { status: string }[] }[];
}

export interface Report {
  count: Count;
  /** Tests that failed at first and passed when they were tried again. */
  flaky: string[];
}

/** The counts of a report; a flaky test has passed, and is named. */
export function readReport(text: string): Report {
  const { stats, suites } = JSON.parse(text) as {
    stats: { expected: number; unexpected: number; flaky: number };
    suites: Suite[];
  };
  return {
    count: { passed: stats.expected + stats.flaky, failed: stats.unexpected },
    flaky: suites.flatMap(flakyIn),
  };
}

const flakyIn = ({ specs = [], suites = [] }: Suite): string[] => [
  ...specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ file, line, title }) => `e2e/${file}:${String(line)} ${title}`),
  ...suites.flatMap(flakyIn),
];
