/**
 * Everything that must hold, in the order that fails fastest. Prints what each stage prints, then one
 * closing line that adds up the cases: `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findChromium } from './chromium.ts';

interface Count {
  passed: number;
  failed: number;
}
interface Stage {
  name: string;
  command: string;
  env?: Record<string, string>;
  /** Reads the stage's own count from what it printed; without it the stage is one case. */
  count?: (output: string) => Count;
}

const lastMatch = (output: string, pattern: RegExp): Count => {
  // eslint-disable-next-line no-control-regex
  const matches = [...output.replace(/\u001b\[[0-9;]*m/g, '').matchAll(pattern)];
  const groups = matches.at(-1)?.groups ?? {};
  return { passed: Number(groups['passed'] ?? 0), failed: Number(groups['failed'] ?? 0) };
};

const playwrightCount = (): Count => {
  const { stats } = JSON.parse(readFileSync('test-results/e2e.json', 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number };
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
};

const stages: Stage[] = [
  { name: 'format and lint', command: 'npm run lint' },
  { name: 'types', command: 'npm run types' },
  {
    name: 'unit tests',
    command: 'npm run unit',
    count: (output) =>
      lastMatch(output, /Tests\s+(?:(?<failed>\d+) failed \| )?(?:(?<passed>\d+) passed)?/g),
  },
  {
    name: 'golden cases',
    command: 'npm run golden',
    count: (output) => lastMatch(output, /(?<passed>\d+) passed, (?<failed>\d+) failed/g),
  },
  { name: 'build', command: 'npm run build' },
  {
    name: 'build under a base path',
    command: 'npm run build',
    env: { BASE_PATH: '/course/', OUT_DIR: './dist/.based' },
  },
  { name: 'built HTML', command: 'npm run html' },
  { name: 'end to end', command: 'npm run e2e', count: playwrightCount },
];

function run({ command, env }: Stage): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      env: { ...process.env, ...env, NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        process.stdout.write(chunk);
      });
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}

process.env['CHROMIUM_PATH'] = findChromium();
const total: Count = { passed: 0, failed: 0 };
for (const stage of stages) {
  const started = performance.now();
  process.stdout.write(`\n## ${stage.name}\n`);
  const { code, output } = await run(stage);
  const count = stage.count?.(output) ?? { passed: code === 0 ? 1 : 0, failed: 0 };
  // A stage that ends badly without naming a case, or counts none, has failed as a whole.
  if (count.failed === 0 && (code !== 0 || count.passed === 0)) count.failed = 1;
  total.passed += count.passed;
  total.failed += count.failed;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `-- ${stage.name}: ${String(count.passed)} passed, ${String(count.failed)} failed in ${seconds} s\n`,
  );
  if (stage.name.startsWith('build') && code !== 0) break;
}
process.stdout.write(`\n${String(total.passed)} passed, ${String(total.failed)} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
