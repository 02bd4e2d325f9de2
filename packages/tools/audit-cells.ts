/**
 * For authors, not for CI: runs every program of every chapter under a real PyTorch and compares
 * what it prints with the stored output, line by line.
 *
 *   npm run audit:cells               compare (PYTHON=… chooses the interpreter)
 *   npm run audit:cells -- --write    store what was printed
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { differences } from './printed.ts';
import { report, runPrograms } from './python.ts';

const folder = new URL('../../content/chapters/', import.meta.url);
const store = process.argv.includes('--write');

const programs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.py'),
);
const runs = runPrograms(programs.map((name) => fileURLToPath(new URL(name, folder))));
const found = runs.flatMap(({ printed, failed }, index) => {
  const name = programs[index] ?? '';
  const output = new URL(name.replace(/py$/, 'out'), folder);
  if (store && !failed) writeFileSync(output, printed);
  return differences(name, readFileSync(output, 'utf8'), printed);
});
report(programs.length, found);
