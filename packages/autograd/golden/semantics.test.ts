import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Case } from './case.ts';
import { runProgram } from './programs.ts';
import { torchInterpreter } from './python/index.ts';
import { toText } from './python/show.ts';

interface Program extends Case {
  readonly kind: 'exception' | 'behaviour' | 'grad_fn' | 'repr';
  readonly code: string;
  readonly env?: string;
  readonly str?: string;
  readonly stdout?: string | null;
  readonly error?: { readonly type: string; readonly message: string } | null;
}

const files = ['semantics', 'names', 'views', 'complaints', 'draws', 'edges'];
const cases = files.flatMap((name) => {
  const text = readFileSync(join(import.meta.dirname, `python_${name}.json`), 'utf8');
  return (JSON.parse(text) as { cases: Program[] }).cases;
});

/** Programs whose result has no counterpart here, and why. */
const withoutCounterpart: Readonly<Record<string, string>> = {
  'exception.numpy_requires_grad': 'there is no NumPy',
  'exception.numpy_detached': 'there is no NumPy',
  'exception.deepcopy_non_leaf': 'there is no copy module; clone and detach are there',
  'exception.zero_grad': 'zeroGrad forgets gradients, as PyTorch 2 does',
  'grad_fn.y.reshape(4)': 'ReshapeAliasBackward0 of 1.13 is ViewBackward0 in PyTorch 2',
  'grad_fn.y.flatten()': 'ReshapeAliasBackward0 of 1.13 is ViewBackward0 in PyTorch 2',
};

/** `x=tensor([1.,2.],rg), y=…` as statements. */
function environment(env: string): string {
  return env
    .replaceAll('tensor(', 'torch.tensor(')
    .replaceAll('rg)', 'requires_grad=True)')
    .replaceAll(/, (?=\w+=torch)/g, '\n');
}

/** What a program prints and raises, or the text of an expression. */
function run({ kind, code, env }: Program) {
  if (kind !== 'grad_fn' && kind !== 'repr') return runProgram(code);
  const interpreter = torchInterpreter();
  if (env !== undefined) interpreter.execute(environment(env));
  return toText(interpreter.evaluate(code));
}

/** Options of an optimiser that choose between PyTorch's implementations. */
const IMPLEMENTATION = /^ {4}(capturable|differentiable|foreach|fused): .*\n/gm;

function expected({ kind, str, stdout, error }: Program) {
  if (kind === 'grad_fn' || kind === 'repr') return str?.replaceAll(IMPLEMENTATION, '');
  return { stdout: stdout ?? '', error: error ?? null };
}

function attempt(program: Program): unknown {
  try {
    return run(program);
  } catch (thrown) {
    return String(thrown);
  }
}

describe('a Python program does here what it does in PyTorch', () => {
  const shared = cases.filter(({ id }) => !Object.hasOwn(withoutCounterpart, id));
  test.each(shared.map((program) => [program.id, program] as const))('%s', (_, program) => {
    expect(run(program)).toEqual(expected(program));
  });
});

describe('a program without counterpart really differs', () => {
  test.each(Object.entries(withoutCounterpart))('%s: %s', (id) => {
    const program = cases.find((one) => one.id === id) as Program;
    expect(attempt(program)).not.toEqual(expected(program));
  });
});
