import { expect, test } from 'vitest';
import { golden } from '../shared/golden.test.helper.ts';
import { defaults, describe as say, program, run, tables } from './index.ts';

interface Case {
  id: string;
  kind: 'descent';
  dtype: string;
  inputs: { start: number; target: number; learning_rate?: number; lr?: number; steps: number };
  expected: { rows: number[][] };
}

for (const { id, inputs, expected } of golden<Case>('descent', 'float32'))
  test(`${id} is PyTorch's table, bit for bit`, () => {
    const { start, target, steps } = inputs;
    const { path } = run({ rate: inputs.lr ?? inputs.learning_rate ?? NaN, start, target, steps });
    expect(path.map((row) => [row.step, row.x, row.value, row.gradient, row.next])).toEqual(
      expected.rows.slice(0, path.length),
    );
  });

test('a step of descent on (x − 5)² with rate 0.1 shrinks the error by 0.8', () => {
  // x₁ − 5 = (1 − 2·0.1)(x₀ − 5), so from 0 the first step ends at 5 − 0.8·5 = 1.
  expect(run(defaults).path[0]?.next).toBe(1);
  expect(run(defaults).contraction).toBeCloseTo(0.8, 12);
});

test.each([
  [0.1, 'converges', /^Converges/],
  [0.5, 'converges', /exactly 0\.5 the first step lands/],
  [0.75, 'oscillates', /^Oscillates and converges/],
  [1, 'bounces forever', /^Bounces forever/],
  [1.05, 'diverges', /^Diverges: .* by 1\.1, because the rate is above 1/],
])('at rate %s it %s', (rate, regime, words) => {
  const params = { ...defaults, rate };
  const result = run(params);
  expect(result.regime).toBe(regime);
  expect(say(params, result)).toMatch(words);
});

test('by the stop rule it has converged after 39 steps: 5 · 0.8ⁿ is first below 0.001 there', () => {
  // ln(0.001/5)/ln 0.8 = 38.2
  const params = { ...defaults, steps: 50 };
  const result = run(params);
  expect(result.arrival).toBe(39);
  expect(result.path).toHaveLength(50);
  expect(say(params, result)).toContain(
    'Converged to target 5: within 0.001 of it after 39 steps.',
  );
  expect(program(params, result)).toContain(
    '# Converged to target 5.0! Within 0.001 after step 39.',
  );
});

test('ten steps do not converge, and what is left is said: 5 · 0.8¹⁰', () => {
  const result = run(defaults);
  expect(result.arrival).toBeNull();
  expect(say(defaults, result)).toContain('It is 0.5369 away from the target.');
  expect(program(defaults, result)).not.toContain('# Converged');
});

test('at rate 1 it visits the same two points for ever', () => {
  expect(run({ ...defaults, rate: 1, steps: 100 }).path.map(({ x }) => x)).toEqual(
    Array.from({ length: 100 }, (_, step) => (step % 2 ? 10 : 0)),
  );
});

test('what leaves float32 stops the descent, and the words name the step', () => {
  // |1 − 2·100| = 199; the loss passes 3.4e38 where 25·199^(2n) does, at n = 9.
  const params = { ...defaults, rate: 100, steps: 60 };
  const result = run(params);
  expect(result.path.every((row) => Object.values(row).every(Number.isFinite))).toBe(true);
  expect(say(params, result)).toMatch(/^Diverged at step \d+: .* left the range of float32/);
});

test('a start on the target stays there and is drawn', () => {
  const params = { ...defaults, start: 5 };
  const result = run(params);
  expect(result.final).toEqual({ x: 5, value: 0 });
  expect(say(params, result)).toMatch(/^It starts on the target/);
  expect(result.window.x.min).toBeLessThan(5);
});

test('the picture ends on round numbers and holds the whole path', () => {
  const { window, path } = run(defaults);
  for (const { x, value } of path) {
    expect(x).toBeGreaterThan(window.x.min);
    expect(x).toBeLessThan(window.x.max);
    expect(value).toBeLessThanOrEqual(window.y.max);
  }
  expect(window).toEqual({ x: { min: -2, max: 12 }, y: { min: 0, max: 30 } });
});

test('the first table is the notebook’s', () => {
  expect(tables(defaults, run(defaults))[0]?.columns).toEqual([
    'Step',
    'x',
    'f(x)',
    'Gradient',
    'Next x',
  ]);
});

test('a rate that is no number is refused by name', () => {
  expect(() => run({ ...defaults, rate: NaN })).toThrow(
    'gradient-descent: rate must be finite, got NaN',
  );
});
