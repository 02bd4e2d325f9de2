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
}

/** What each figure is tried with beside its defaults. */
const states: Record<string, Settings[]> = {
  'secant-to-tangent': [
    { f: 'sin(x)', x: 0.7, h: 1e-6 },
    { f: 'abs(x)', x: 0, h: 0.5 },
    { f: '1/x', x: 0 },
    { f: 'sqrt(x)', x: 0, h: 0.01 },
    { f: 'x^2 exp(-x) + max(x, 1/2) + pi', x: -1.3, h: 0.05 },
    { f: '5', x: 1 },
    { f: 'softplus(2x) - sigmoid(x)^3', x: 0.4, h: 0.1 },
  ],
  'finite-difference-error': [
    { dtype: 'float32' },
    { f: 'x^2+3x+1', x: 2 },
    { f: 'x^2+3x+1', x: 0.3, dtype: 'float32' },
    { f: 'abs(x)', x: 0 },
    { f: '1/x', x: 0 },
    { f: '1/x', x: 2 },
    { f: 'sqrt(x)', x: 0, dtype: 'float32' },
    { f: 'sqrt(x)', x: 2 },
    { f: 'sin(x)' },
    { f: 'exp(x)*sin(x)', x: 1.5 },
    { f: 'exp(x)', x: 1, dtype: 'float32' },
    { f: '7' },
  ],
  'feature-importance': [
    { x2: 0.5, x4: -2 },
    { case: 'saturated' },
    { case: 'saturated', x1: 0.1, x3: 3 },
    { case: 'copies', x2: 1.5 },
    { seed: 7, case: 'copies' },
  ],
  'gradient-descent': [
    { rate: 0.3, start: 8 },
    { rate: 1 },
    { rate: 1.05, steps: 100 },
    { rate: 0.5, start: -3.3 },
    { rate: 0.9, start: 5, target: 5 },
  ],
  'gradient-vector': [
    { f: 'x^2 y + sin(x*y)/2', x: -1.2, y: 0.7, angle: 211 },
    { f: 'x^2-y^2', x: 0, y: 0, angle: 45 },
    { f: '1/(x-x)' },
    { f: 'relu(x) + max(x, y)^2', x: 0, y: 1, angle: 90 },
    { f: 'x^3', x: 2, y: 1, angle: 10 },
    { f: 'sqrt(x)', x: 0, y: 1, angle: 360 },
  ],
  'descent-2d': [
    { rate: 0.4, steps: 30 },
    { rate: 1.05, x: 4, y: -1 },
    { f: '(x-1)^2+10(y-2)^2', rate: 1.1, steps: 200 },
    { f: 'x^2-y^2+y^4/4', x: 2, y: 0.1, steps: 100 },
    { f: '1-exp(-((x-1)^2+(y-2)^2)/2)', x: -4, y: -4 },
    { f: 'abs(x-1)+abs(y-2)', rate: 0.5, steps: 30 },
    { f: 'sin(x)cos(y)', rate: 0.7, x: 1, y: 2, steps: 6 },
    { f: 'ln(x)+y' },
    { f: 'ln(x)+y', x: 1, y: 1, rate: 1.1 },
    { f: 'x^2' },
    { f: '7' },
  ],
  'partial-slices': [
    { f: 'sin(x)cos(y)', x: -1.3, y: 0.4 },
    { f: 'relu(min(x,y))', x: 0, y: 0 },
    { f: 'max(min(x,y),0)', x: 0, y: 0 },
    { f: 'sqrt(abs(x*y))', x: 0, y: 0 },
    { f: 'x*y/(x^2+y^2)', x: 0, y: 0.3 },
    { f: '1/(x-y)', x: 1, y: 1 },
    { f: 'y^3', x: 1, y: -2 },
  ],
  'linear-layer': [
    { loss: 'mean', seed: 3 },
    { loss: 'mse' },
    { batch: 1, in: 1, out: 1, seed: 99, loss: 'mse' },
    { batch: 8, in: 6, out: 6, seed: 17 },
    { batch: 8, in: 2, out: 5, seed: 42, loss: 'mse' },
  ],
  'jacobian-map': [
    { f: 'x^2-y^2, 2x*y', x: -1.3, y: 0.4, side: 0.5 },
    { f: 'x*cos(y), x*sin(y)', x: 0, y: 1 },
    { f: 'y, x', x: 3, y: -3 },
    { f: 'x/(x^2+y^2), y/(x^2+y^2)', x: 0, y: 0, side: 0.1 },
    { f: 'x, y*exp(x/2)+sin(x)', x: -2, y: 1.5, side: 0.2 },
    { f: 'abs(x), y', x: 0, y: 1 },
    { f: 'max(x, y) + pi, 2', x: 1, y: 1 },
    { f: '(sqrt(x), 1/(x-x))', x: 0, y: 0 },
    { f: 'tanh(x+y/2), sigmoid(x y)', x: -0.5, y: 1.5, side: 2 },
  ],
  'vector-jacobian': [
    { v1: 0, v2: 1, v3: 0, u1: 1, u2: 0 },
    { v1: 0, v2: 0, v3: 0, u1: 0, u2: 0, n: 1, m: 1 },
    { v1: -3, v2: 2.75, v3: 3, u1: -2.25, u2: 3, n: 12, m: 5 },
    { v1: 1, v2: 1, v3: 1, n: 200, m: 1 },
  ],
  'parameter-update': [
    { rate: 0.5 },
    { rate: 1.2, w1: -2, w2: 1.7, b: 0.3 },
    { rate: 1, w1: 0, w2: 0, b: 0 },
  ],
  'chain-composition': [{ x: 0 }, { x: -1.7 }, { x: 3, nudge: 0.5 }, { x: 0.3, nudge: 0.001 }],
  'simple-net': [{ seed: 0 }, { seed: 2, stage: 5 }, { seed: 3 }, { seed: 42 }, { seed: 99 }],
  'break-backprop': [
    { fault: 'wrong order' },
    { fault: 'overwrite instead of add', rate: 0.01 },
    { fault: 'no zero_grad', w: -1.3 },
    { fault: 'detached branch', w: 2, rate: 0.002 },
    { w: -2, rate: 0.05 },
  ],
  curvature: [
    { b: -1, c: 0 },
    { b: 1, c: 2 },
    { a: 0.4, b: 2.5, c: 2, x: -1.3, y: 0.7 },
    { a: -1, b: -2, c: 0.6, x: 2.5, y: -3 },
    { a: 0, b: 0, c: 0 },
    { a: 0, b: 0, c: 1.5, x: 0, y: 0 },
    { a: 3, b: 0.1, c: -1, x: 3, y: 3 },
  ],
  'condition-race': [
    { method: 'momentum' },
    { method: 'Newton' },
    { kappa: 1 },
    { kappa: 1, method: 'momentum' },
    { kappa: 1.06 },
    { kappa: 100, method: 'momentum' },
    { kappa: 200 },
    { kappa: 200, method: 'momentum' },
    { kappa: 137, method: 'Newton' },
  ],
};

const folder = new URL('../../src/figures/', import.meta.url);
const python = process.env['PYTHON'] ?? 'python3';
const work = mkdtempSync(join(tmpdir(), 'programs-'));

const number = /-?(?:\d+\.?\d*(?:e[+-]?\d+)?|inf|nan)/g;

let programs = 0;
const failures: string[] = [];
for (const id of figureIds()) {
  const { defaults, run, program } = await load(id);
  for (const change of [{}, ...(states[id] ?? [])]) {
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
  return (await import(new URL(`${id}/index.ts`, folder).href)) as Experiment;
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
