import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

export interface Count {
  passed: number;
  failed: number;
}

/** One command of the tests. */
export interface Stage {
  name: string;
  command: string;
  env?: Record<string, string>;
  /** Reads the stage's own count from what it printed; without it the stage is one case. */
  count?: (output: string) => Count;
}

/** The last numbers that `pattern` names `passed` and `failed`; a number that is not there is 0. */
export function lastCount(output: string, pattern: RegExp): Count {
  const { passed, failed } =
    [...stripVTControlCharacters(output).matchAll(pattern)].at(-1)?.groups ?? {};
  return { passed: Number(passed ?? 0), failed: Number(failed ?? 0) };
}

/** Runs a stage and prints it: as it goes when `live`, else in one piece when it is done. */
export async function runStage(stage: Stage, live: boolean): Promise<Count> {
  const started = performance.now();
  const header = `\n## ${stage.name}\n`;
  if (live) process.stdout.write(header);
  const { code, output } = await execute(stage, live);
  const count = countOf(stage, code, output);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `${live ? '' : header + output}-- ${stage.name}: ${count.passed} passed, ${count.failed} failed in ${seconds} s\n`,
  );
  return count;
}

/** A stage that ends badly without naming a case, or counts none, has failed as a whole. */
function countOf({ count }: Stage, code: number, output: string): Count {
  if (!count) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    const { passed, failed } = count(output);
    return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}

function execute(
  { command, env }: Stage,
  live: boolean,
): Promise<{ code: number; output: string }> {
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
        if (live) process.stdout.write(chunk);
      });
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}
