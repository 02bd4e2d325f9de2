/**
 * For authors, not for CI: runs every program of every chapter under a real PyTorch and compares
 * what it prints with the stored output, line by line.
 *
 *   npm run audit:cells               compare (PYTHON=… chooses the interpreter)
 *   npm run audit:cells -- --write    store what was printed
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../../content/chapters/', import.meta.url);
const python = process.env['PYTHON'] ?? 'python3';
const store = process.argv.includes('--write');

const programs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.py'),
);
const failures = programs.flatMap((name) => {
  const printed = execFileSync(python, [new URL(name, folder).pathname], { encoding: 'utf8' });
  const output = new URL(name.replace(/py$/, 'out'), folder);
  if (store) writeFileSync(output, printed);
  return differences(name, readFileSync(output, 'utf8'), printed);
});

for (const failure of failures) console.error(failure);
console.log(`${programs.length} programs, ${failures.length} lines differ`);
process.exitCode = failures.length > 0 ? 1 : 0;

function differences(name: string, expected: string, printed: string): string[] {
  const [stored, actual] = [expected.split('\n'), printed.split('\n')];
  return Array.from({ length: Math.max(stored.length, actual.length) }, (_, line) => line)
    .filter((line) => stored[line] !== actual[line])
    .map((line) => `${name}:${line + 1}\n  stored  ${stored[line]}\n  printed ${actual[line]}`);
}
