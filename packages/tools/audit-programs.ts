/**
 * For authors, not for CI: runs the program behind every figure's PyTorch button, in each state that
 * the figure's states.ts names, under a real PyTorch, and compares what it prints with the expected
 * output it ends with.
 *
 *   npm run audit:programs               (PYTHON=… chooses the interpreter)
 *   npm run audit:programs -- ID ID      the figures of these ids alone
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agree, differences } from './printed.ts';
import { report, runPrograms } from './python.ts';

type Settings = Record<string, number | string>;

interface Figure {
  defaults: Settings;
  run: (params: Settings) => object;
  program: (params: Settings, result: object) => string;
}

interface Case {
  name: string;
  code: string;
}

const folder = new URL('../../src/figures/', import.meta.url);
const wanted = process.argv.slice(2);
const ids = readdirSync(folder)
  .filter((id) => existsSync(new URL(`${id}/index.ts`, folder)))
  .filter((id) => wanted.length === 0 || wanted.includes(id));

const cases = (await Promise.all(ids.map(casesOf))).flat();
const work = mkdtempSync(join(tmpdir(), 'programs-'));
const files = cases.map(({ code }, index) => {
  const file = join(work, `${index}.py`);
  writeFileSync(file, code);
  return file;
});
const found = runPrograms(files).flatMap(({ printed }, index) => audit(cases[index], printed));
rmSync(work, { recursive: true });
report(cases.length, found);

/** The figure's program in every state: changes to the defaults, the defaults themselves first. */
async function casesOf(id: string): Promise<Case[]> {
  const { defaults, run, program } = await load<Figure>(`${id}/index.ts`);
  const { states } = await load<{ states: readonly Settings[] }>(`${id}/states.ts`);
  return states.map((change) => {
    const params = { ...defaults, ...change };
    return { name: `${id} ${JSON.stringify(change)}`, code: program(params, run(params)) };
  });
}

async function load<Module>(path: string): Promise<Module> {
  return (await import(new URL(path, folder).href)) as Module;
}

function audit(program: Case | undefined, printed: string): string[] {
  if (!program) return [`more was printed than asked for: ${printed}`];
  const { name, code } = program;
  const [, comment = ''] = code.split('# Expected output:\n');
  const noise = rounding(code);
  const expected = comment.replace(/^# ?/gm, '').trimEnd();
  return differences(name, expected, printed.trimEnd(), (a, b) => agree(a, b, noise));
}

/** What the last bit of f amounts to, multiplied by h, in a program about finite differences; else 0. */
function rounding(program: string): number {
  if (!program.includes('central = ')) return 0;
  return 16 * (program.includes('float32') ? 2 ** -23 : 2 ** -52);
}
