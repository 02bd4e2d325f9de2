import { close } from './compare.ts';
import { torchInterpreter } from './python/index.ts';

/** A Python program with what it prints and raises. */
export interface Program {
  readonly id: string;
  readonly code: string;
  readonly stdout?: string | null;
  readonly error?: { readonly type: string; readonly message: string } | null;
}

/** Runs a program; what it prints, and the error that ends it. */
export function runProgram(code: string): Required<Pick<Program, 'stdout' | 'error'>> {
  let stdout = '';
  const interpreter = torchInterpreter((text) => {
    stdout += text;
  });
  try {
    interpreter.execute(code);
  } catch (thrown) {
    const { name, message } = thrown as Error;
    return { stdout, error: { type: name, message } };
  }
  return { stdout, error: null };
}

const NUMBER = /-?(?:\d+\.?\d*(?:e[+-]?\d+)?|inf)|nan/g;

/** Whether two texts are the same but for the last digits of their numbers. */
function sameText(got: string, expected: string): boolean {
  const numbers = (text: string): number[] =>
    (text.match(NUMBER) ?? []).map((one) =>
      Number(one.replace('inf', 'Infinity').replace('nan', 'NaN')),
    );
  if (got.replaceAll(NUMBER, '#') !== expected.replaceAll(NUMBER, '#')) return false;
  const others = numbers(expected);
  return numbers(got).every((value, i) => close(value, others[i] ?? NaN, 1e-9));
}

/** What a program does otherwise than it is stored, or null. Numbers may differ in their last digits. */
export function problemOfProgram({ code, stdout, error }: Program): string | null {
  const got = runProgram(code);
  const sameError =
    got.error?.type === error?.type && sameText(got.error?.message ?? '', error?.message ?? '');
  if (sameError && sameText(got.stdout ?? '', stdout ?? '')) return null;
  const show = (one: typeof got): string =>
    `${one.stdout ?? ''}${one.error ? `${one.error.type}: ${one.error.message}` : ''}`;
  return `expected\n${show({ stdout: stdout ?? '', error: error ?? null })}\ngot\n${show(got)}`;
}
