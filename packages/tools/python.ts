import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The Python with a PyTorch that audits run: PYTHON, or python3. */
const python = process.env['PYTHON'] ?? 'python3';

const runner = fileURLToPath(new URL('run-programs.py', import.meta.url));

export interface Run {
  /** Ends with the error where the program raised one: a program that fails must not hide the others. */
  printed: string;
  failed: boolean;
}

/** Runs programs one after another, each in a process of its own. */
export function runPrograms(files: readonly string[]): Run[] {
  const text = execFileSync(python, [runner, ...files], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(text) as Run[];
}

/** Says how many programs ran and what differed; the command fails if anything did. */
export function report(programs: number, differences: readonly string[]): void {
  for (const difference of differences) process.stderr.write(`${difference}\n`);
  process.stdout.write(`${programs} programs, ${differences.length} lines differ\n`);
  process.exitCode = differences.length > 0 || programs === 0 ? 1 : 0;
}
