/** Lines that a program printed, against the lines that it should have. */

const number = /-?(?:\d+\.?\d*(?:e[+-]?\d+)?|inf|nan)/g;

/** Each line on which the two differ, as both; `same` says what counts as equal. */
export function differences(
  name: string,
  expected: string,
  printed: string,
  same: (a: string, b: string) => boolean = Object.is,
): string[] {
  const wanted = expected.split('\n');
  const got = printed.split('\n');
  return Array.from({ length: Math.max(wanted.length, got.length) }, (_, line) => line)
    .filter((line) => !same(wanted[line] ?? '', got[line] ?? ''))
    .map(
      (line) =>
        `${name}:${line + 1}\n  expected ${wanted[line] ?? '(nothing)'}\n  printed  ${got[line] ?? '(nothing)'}`,
    );
}

/**
 * The same words, and numbers that differ by one in their last printed digit at most: two libraries
 * round sin, exp and powers differently in the last bit. `noise` is what the last bit of f amounts to,
 * times h, in a program about finite differences, whose errors differ by a few such bits over h.
 */
export function agree(expected: string, printed: string, noise: number): boolean {
  if (expected === printed) return true;
  if (words(expected) !== words(printed)) return false;
  const wanted = expected.match(number) ?? [];
  const got = printed.match(number) ?? [];
  const h = Math.min(Number(wanted[0]), Number(got[0]));
  // Which step is best is decided by rounding where several are nearly as good.
  const best = noise > 0 && expected.startsWith('best h') && Number(wanted[0]) < 10.001 * h;
  return wanted.every(
    (text, index) => (best && index === 0) || near(text, got[index] ?? '', noise / h),
  );
}

const words = (line: string): string => line.replace(number, '#').replace(/\s+/g, ' ');

/** Equal, or one apart in the last digit of the shorter. */
function near(a: string, b: string, noise: number): boolean {
  const allowed = Math.max(1.001 * Math.max(unit(a), unit(b)), noise);
  return a === b || Math.abs(Number(a) - Number(b)) <= allowed;
}

/** What one in the last printed digit is worth. */
function unit(text: string): number {
  const [digits = '', exponent = '0'] = text.split('e');
  return 10 ** (Number(exponent) - (digits.split('.')[1]?.length ?? 0));
}
