import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { conditionText, newtonText } from './describe.ts';
import { type Params, defaults, describe, run } from './index.ts';

const tenths = fc.integer({ min: -30, max: 30 }).map((tenth) => tenth / 10);
const anything: fc.Arbitrary<Params> = fc.record({
  a: tenths,
  b: tenths,
  c: tenths,
  x: tenths,
  y: tenths,
  angle: fc.integer({ min: 0, max: 720 }).map((half) => half / 2),
});

group('what is not a minimum is said in words', () => {
  const at = (change: Partial<Params>) => {
    const params = { ...defaults, ...change };
    const result = run(params);
    return { result, words: describe(params, result) };
  };

  test('a saddle: Newton walks to it, and the quotient with signs is negative', () => {
    const { result, words } = at({ b: -1, c: 0 });
    expect(result).toMatchObject({ verdict: 'saddle', condition: 1, ratio: -1 });
    expect(result.newton).toEqual({ by: { x: -1, y: -2 }, to: { x: 0, y: 0 }, loss: 0 });
    expect(words).toMatch(/^A saddle: .* walks to the saddle point.* is negative: −1\./);
  });

  test('a maximum: Newton walks up', () => {
    const { result, words } = at({ a: -1, b: -2 });
    expect(result.verdict).toBe('maximum');
    expect(result.newton?.loss).toBeGreaterThan(result.loss);
    expect(words).toMatch(/^A maximum: .* walks up to it/);
  });

  test('a trough: singular, condition infinite, no single Newton step', () => {
    // ½(x² + y² + 2xy) = ½(x + y)²: zero on the line x + y = 0.
    const { result, words } = at({ a: 1, b: 1, c: 2 });
    expect(result).toMatchObject({ verdict: 'flat', condition: null, ratio: null, newton: null });
    expect(conditionText(result)).toBe('infinite: H is singular');
    expect(newtonText(result)).toBe('none alone: H is singular');
    expect(words).toMatch(/a trough: every place on a line is a minimum.*is infinite\./);
    expect(at({ a: -1, b: -1, c: 2 }).words).toMatch(/a ridge: every place on a line is a maximum/);
  });

  test('no curvature at all', () => {
    const { result, words } = at({ a: 0, b: 0, c: 0 });
    expect(conditionText(result)).toBe('not defined: H is zero');
    expect(result.gradientStep).toBeNull();
    expect(words).toMatch(/^Flat: H is zero/);
  });

  test('a level place: neither step moves', () => {
    expect(at({ x: 0, y: 0 }).words).toMatch(
      /The gradient here is zero, so neither step moves\. In the direction of 45° /,
    );
  });

  test('no text says NaN or Infinity', () => {
    fc.assert(
      fc.property(anything, (params) => {
        const result = run(params);
        const shown = [describe(params, result), conditionText(result), newtonText(result)];
        expect(shown.join(' ')).not.toMatch(/nan|infinity|null/i);
      }),
    );
  });
});
