/**
 * Everything that must hold. What needs no browser runs two at a time, then the built site is visited.
 * Prints what each stage printed, and one closing line that adds up the cases:
 * `N passed, N failed`.
 */
import { readFileSync } from 'node:fs';
import { findChromium } from './chromium.ts';
import { readReport } from './e2e-report.ts';
import { lastCount, runStage, type Count, type Stage } from './stage.ts';

let flaky: string[] = [];
const playwrightCount = (): Count => {
  const report = readReport(readFileSync('test-results/e2e.json', 'utf8'));
  flaky = report.flaky;
  return report.count;
};

const build: Stage = { name: 'build', command: 'npm run build' };
const basedBuild: Stage = {
  name: 'build under a base path',
  command: 'npm run build',
  env: {
    BASE_PATH: '/course/',
    SITE_URL: 'https://example.org',
    OUT_DIR: './dist/.based',
    REPOSITORY_URL: 'https://example.org/course',
  },
};

/** Astro's generated types are written once, before anything reads them: hence no `pre` scripts. */
const sync: Stage = { name: 'generated types', command: 'npx astro sync --silent' };

/** Stages that follow each other; the longest stand first, so that both runners end at about the same time. */
const chains: Stage[][] = [
  [build, basedBuild, { name: 'built HTML', command: 'npm run html' }],
  [{ name: 'format and lint', command: 'npm run lint --ignore-scripts' }],
  [
    {
      name: 'unit tests',
      command: 'npm run unit',
      count: (output) =>
        lastCount(output, /Tests\s+(?:(?<failed>\d+) failed \| )?(?:(?<passed>\d+) passed)?/g),
    },
  ],
  [{ name: 'types', command: 'npm run types --ignore-scripts' }],
  [
    {
      name: 'golden cases',
      command: 'npm run golden',
      count: (output) => lastCount(output, /(?<passed>\d+) passed, (?<failed>\d+) failed/g),
    },
  ],
];
const visit: Stage = { name: 'end to end', command: 'npm run e2e', count: playwrightCount };

const counts = new Map<Stage, Count>();
const run = async (stage: Stage, live = false): Promise<void> => {
  counts.set(stage, await runStage(stage, live));
};

process.env['CHROMIUM_PATH'] = findChromium();
await run(sync);
const runChains = async (): Promise<void> => {
  for (let chain = chains.shift(); chain; chain = chains.shift())
    for (const stage of chain) await run(stage);
};
await Promise.all([runChains(), runChains()]);
const built = [build, basedBuild].every((stage) => counts.get(stage)?.failed === 0);
if (built) await run(visit, true);

for (const test of flaky) process.stdout.write(`\nflaky: ${test} passed at its second try\n`);
const total = { passed: 0, failed: 0 };
for (const { passed, failed } of counts.values()) {
  total.passed += passed;
  total.failed += failed;
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
