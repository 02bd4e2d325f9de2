/**
 * For authors, not for CI: runs the program behind every figure's PyTorch button, in each state that
 * the figure's states.ts names, under a real PyTorch, and compares what it prints with the expected
 * output it ends with.
 *
 *   npm run audit:programs            (PYTHON=… chooses the interpreter)
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agree, differences } from './printed.ts';
import { printedBy, report } from './python.ts';

type Settings = Record<string, number | string>;

interface Figure {
  defaults: Settings;
  run: (params: Settings) => object;
  program: (params: Settings, result: object) => string;
}

const folder = new URL('../../src/figures/', import.meta.url);
const ids = readdirSync(folder).filter((id) => existsSync(new URL(`${id}/index.ts`, folder)));
const work = mkdtempSync(join(tmpdir(), 'programs-'));

let programs = 0;
const found: string[] = [];
for (const id of ids) {
  const { defaults, run, program } = await load<Figure>(`${id}/index.ts`);
  // Changes to the defaults, the defaults themselves first.
  const { states } = await load<{ states: readonly Settings[] }>(`${id}/states.ts`);
  for (const change of states) {
    programs += 1;
    const params = { ...defaults, ...change };
    found.push(...audit(`${id} ${JSON.stringify(change)}`, program(params, run(params))));
  }
}
rmSync(work, { recursive: true });
report(programs, found);

async function load<Module>(path: string): Promise<Module> {
  return (await import(new URL(path, folder).href)) as Module;
}

function audit(name: string, program: string): string[] {
  const file = join(work, 'program.py');
  writeFileSync(file, program);
  const [, comment = ''] = program.split('# Expected output:\n');
  const noise = rounding(program);
  const expected = comment.replace(/^# ?/gm, '').trimEnd();
  return differences(name, expected, outcome(file).trimEnd(), (a, b) => agree(a, b, noise));
}

/** What a program prints, or why it ended: one that fails must not hide the others. */
function outcome(file: string): string {
  try {
    return printedBy(file);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What the last bit of f amounts to, multiplied by h, in a program about finite differences; else 0. */
function rounding(program: string): number {
  if (!program.includes('central = ')) return 0;
  return 16 * (program.includes('float32') ? 2 ** -23 : 2 ** -52);
}
