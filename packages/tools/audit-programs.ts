/**
 * For authors, not for CI: runs the program behind every figure's PyTorch button, in several states,
 * under a real PyTorch, and compares what it prints with the expected output it ends with.
 *
 *   npm run audit:programs            (PYTHON=… chooses the interpreter)
 *
 * Numbers may differ by one in their last printed digit, because two libraries round sin, exp and
 * powers differently in the last bit; errors of finite differences by a few such bits over h.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Settings = Record<string, number | string>;

interface Experiment {
  defaults: Settings;
  run: (params: Settings) => object;
  program: (params: Settings, result: object) => string;
  /** Changes to the defaults, the defaults themselves first. */
  states: readonly Settings[];
}

const folder = new URL('../../src/figures/', import.meta.url);
const python = process.env['PYTHON'] ?? 'python3';
const work = mkdtempSync(join(tmpdir(), 'programs-'));

const number = /-?(?:\d+\.?\d*(?:e[+-]?\d+)?|inf|nan)/g;

let programs = 0;
const failures: string[] = [];
for (const id of figureIds()) {
  const { defaults, run, program, states } = await load(id);
  for (const change of states) {
    programs += 1;
    const params = { ...defaults, ...change };
    failures.push(...audit(`${id} ${JSON.stringify(change)}`, program(params, run(params))));
  }
}
rmSync(work, { recursive: true });
for (const failure of failures) console.error(failure);
console.log(`${programs} programs, ${failures.length} lines differ`);
process.exitCode = failures.length > 0 ? 1 : 0;

function figureIds(): string[] {
  return readdirSync(folder).filter((id) => existsSync(new URL(`${id}/index.ts`, folder)));
}

async function load(id: string): Promise<Experiment> {
  const figure = (await import(new URL(`${id}/index.ts`, folder).href)) as Omit<
    Experiment,
    'states'
  >;
  const { states } = (await import(new URL(`${id}/states.ts`, folder).href)) as Pick<
    Experiment,
    'states'
  >;
  return { ...figure, states };
}

function audit(name: string, program: string): string[] {
  const file = join(work, 'program.py');
  writeFileSync(file, program);
  const expected = program.split('# Expected output:\n')[1]?.trimEnd().split('\n') ?? [];
  const lines = expected.map((line) => line.replace(/^# ?/, ''));
  const printed = output(file).trimEnd().split('\n');
  return Array.from({ length: Math.max(lines.length, printed.length) }, (_, index) => index)
    .filter((index) => !agree(lines[index] ?? '', printed[index] ?? '', rounding(program)))
    .map((index) => `${name}\n  expected ${lines[index]}\n  printed  ${printed[index]}`);
}

function output(file: string): string {
  try {
    return execFileSync(python, [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What the last bit of f amounts to, multiplied by h, in a program about finite differences; else 0. */
function rounding(program: string): number {
  if (!program.includes('central = ')) return 0;
  return 16 * (program.includes('float32') ? 2 ** -23 : 2 ** -52);
}

function agree(expected: string, printed: string, noise: number): boolean {
  if (expected === printed) return true;
  const squeeze = (line: string) => line.replace(number, '#').replace(/\s+/g, ' ');
  if (squeeze(expected) !== squeeze(printed)) return false;
  const [wanted, got] = [expected.match(number) ?? [], printed.match(number) ?? []];
  const h = Math.min(Number(wanted[0]), Number(got[0]));
  // Which step is best is decided by rounding where several are nearly as good.
  const best = noise > 0 && expected.startsWith('best h') && Number(wanted[0]) < 10.001 * h;
  return wanted.every(
    (text, index) => (best && index === 0) || near(text, got[index] ?? '', noise / h),
  );
}

/** Equal, or one apart in the last digit of the shorter. */
function near(a: string, b: string, noise: number): boolean {
  const allowed = Math.max(1.001 * Math.max(unit(a), unit(b)), noise);
  return a === b || Math.abs(Number(a) - Number(b)) <= allowed;
}

function unit(text: string): number {
  const [digits = '', exponent = '0'] = text.split('e');
  return 10 ** (Number(exponent) - (digits.split('.')[1]?.length ?? 0));
}
