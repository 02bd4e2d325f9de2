import { execFileSync } from 'node:child_process';

/** The Python with a PyTorch that audits run: PYTHON, or python3. */
const python = process.env['PYTHON'] ?? 'python3';

/** What a program prints; throws what it threw. */
export const printedBy = (file: string): string =>
  execFileSync(python, [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Says how many programs ran and what differed; the command fails if anything did. */
export function report(programs: number, differences: readonly string[]): void {
  for (const difference of differences) process.stderr.write(`${difference}\n`);
  process.stdout.write(`${programs} programs, ${differences.length} lines differ\n`);
  process.exitCode = differences.length > 0 || programs === 0 ? 1 : 0;
}
