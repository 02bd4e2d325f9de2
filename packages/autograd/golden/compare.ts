/** Outcome of one stored case: nothing, or what differs. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
}

const SPECIAL: Record<string, number> = { NaN, Infinity, '-Infinity': -Infinity };

/** JSON cannot hold NaN and the infinities; the files write them as strings. */
export function decode(value: unknown): unknown {
  if (typeof value === 'string') return SPECIAL[value] ?? value;
  if (Array.isArray(value)) return value.map(decode);
  return value;
}

/** |got − expected| ≤ tolerance · max(1, |expected|), where NaN equals NaN and 0 equals −0. */
export function close(got: number, expected: number, tolerance: number): boolean {
  if (Number.isNaN(expected)) return Number.isNaN(got);
  if (got === expected) return true;
  return Math.abs(got - expected) <= tolerance * Math.max(1, Math.abs(expected));
}

function fail(path: string, expected: unknown, got: unknown): never {
  throw new Mismatch(`${path}: expected ${show(expected)}, got ${show(got)}`);
}

function show(value: unknown): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  // Of undefined and functions there is no JSON.
  const text = JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'number' && !Number.isFinite(item) ? String(item) : item,
  ) as string | undefined;
  return text ?? String(value);
}

/**
 * Compares what came out with what is stored, through lists and objects: numbers within the
 * tolerance, text and everything else exactly. Every key that is stored must be there.
 */
export function expectSame(got: unknown, stored: unknown, tolerance: number, path = ''): void {
  const expected = decode(stored);
  if (typeof expected === 'number') {
    if (typeof got !== 'number' || !close(got, expected, tolerance)) fail(path, stored, got);
  } else if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) fail(path, stored, got);
    expected.forEach((item, i) => {
      expectSame(got[i], item, tolerance, `${path}[${i}]`);
    });
  } else if (typeof expected === 'object' && expected !== null) {
    if (typeof got !== 'object' || got === null) fail(path, stored, got);
    for (const [key, item] of Object.entries(expected)) {
      expectSame((got as Record<string, unknown>)[key], item, tolerance, join(path, key));
    }
  } else if (got !== expected) fail(path, stored, got);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** What differs, as a list of one text at most; for checks that return it. */
export function differences(expected: unknown, got: unknown, tolerance: number): string[] {
  try {
    expectSame(got, expected, tolerance);
    return [];
  } catch (error) {
    if (error instanceof Mismatch) return [error.message];
    throw error;
  }
}
