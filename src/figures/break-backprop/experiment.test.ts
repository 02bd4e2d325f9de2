import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Params, defaults, describe as say, run } from './index.ts';
import { type Fault, backward, record } from './tape.ts';

const gradientsOf = (fault: Fault, change: Partial<Params> = {}) =>
  Object.fromEntries(run({ ...defaults, ...change, fault }).rows.map((row) => [row.name, row]));

// At w = ½, b = 1 and x = 2: m = 1, s = 2, r = 4, y = 6, L = 49.
// ∂L/∂y = 2·7 = 14; s is used once in y and twice in r, whose slope by each use is s = 2, so that
// ∂L/∂s = 14·(1 + 2 + 2) = 70, ∂L/∂b = ∂L/∂m = 70 and ∂L/∂w = 2·70 = 140.
test('the right gradients are those derived by hand', () => {
  const { w, b, m, s, r, y, L } = gradientsOf('none');
  expect([w, b, m, s, r, y, L].map((row) => row?.value)).toEqual([0.5, 1, 1, 2, 4, 6, 49]);
  expect([w, b, m, s, r, y, L].map((row) => row?.right)).toEqual([140, 70, 70, 70, 14, 14, 1]);
  expect(run(defaults).maxError).toBe(0);
});

test.each([
  // s hands on 14·1 before r has sent its 2·28; they arrive, and stay.
  ['wrong order', [28, 14, 14, 70, 14, 14, 1], 112],
  // Three contributions to s, 14, 28 and 28: the last one wins.
  ['overwrite instead of add', [56, 28, 28, 28, 14, 14, 1], 84],
  // The second pass doubles the leaves and nothing else.
  ['no zero_grad', [280, 140, 70, 70, 14, 14, 1], 140],
  // r = s · s.detach() has slope s by the one use that is recorded: 14·(1 + 2).
  ['detached branch', [84, 42, 42, 42, 14, 14, 1], 56],
] as const)('%s: the faulty gradients are those the mistake makes', (fault, faulty, maxError) => {
  const result = run({ ...defaults, fault });
  expect(result.rows.map((row) => row.faulty)).toEqual(faulty);
  expect(result.maxError).toBe(maxError);
});

test('on any point the backward pass over the tape agrees with the slope of the closed form', () => {
  fc.assert(
    fc.property(fc.double({ min: -2, max: 2, noNaN: true }), (w) => {
      // L = (s² + s + 1)² with s = 2w + 1, so dL/dw = 2·2(s² + s + 1)(2s + 1).
      const s = 2 * w + 1;
      const slope = 4 * (s * s + s + 1) * (2 * s + 1);
      expect(backward(record({ w, b: 1 }), 'none').w).toBeCloseTo(slope, 9);
    }),
  );
});

test('every node is handled once, and only the wrong order handles s before r', () => {
  for (const fault of ['none', 'wrong order'] as const) {
    const { order } = run({ ...defaults, fault });
    expect(order.toSorted()).toEqual(['L', 'b', 'm', 'r', 's', 'w', 'y']);
    expect(order.indexOf('s') < order.indexOf('r')).toBe(fault === 'wrong order');
  }
});

// Where the faulty slope of s is 0, training stops: 2s + 1 = 0 is the minimum, with loss (3/4)².
test.each([
  ['none', 9 / 16, -1 / 2],
  // s alone is 0 at s = 0, where the loss is 1.
  ['overwrite instead of add', 1, 0],
  // 1 + s is 0 at s = −1, where the loss is 1 again.
  ['detached branch', 1, -1],
] as const)('%s: training settles where its own slope is zero', (fault, loss, s) => {
  const { faulty } = run({ ...defaults, fault, rate: 0.01 }).training;
  expect(faulty.losses.at(-1)).toBeCloseTo(loss, 2);
  expect(faulty.s.at(-1)).toBeCloseTo(s, 1);
});

test('wrong order: the slope never changes its sign, so that s falls for ever', () => {
  const { training } = run({ ...defaults, fault: 'wrong order' });
  expect(training.faulty.diverged).toBeGreaterThan(20);
  expect(training.right.diverged).toBeNull();
});

test('no zero_grad: the loss swings and does not settle', () => {
  const { losses } = run({ ...defaults, fault: 'no zero_grad' }).training.faulty;
  expect(Math.max(...losses.slice(-25))).toBeGreaterThan(10);
  expect(Math.min(...losses.slice(-25))).toBeLessThan(2);
});

test.each([
  ['none', /^s waits .* adds them up to 70 .* the loss ends at 0\.56/],
  [
    'wrong order',
    /passes on 14 before r has sent its part.* the loss passes a million after step \d+;/,
  ],
  ['overwrite instead of add', /keeps the last contribution, 28.* the loss ends at 1\.0/],
  ['no zero_grad', /280 instead of 140.* does not settle/],
  ['detached branch', /42 instead of 70.* falls to 0\.56\d* and climbs back to/],
] as const)('%s: the words name the mistake and its symptom', (fault, words) => {
  const params = { ...defaults, fault };
  expect(say(params, run(params))).toMatch(words);
});

test('a rate that is too large is blamed, and not the fault', () => {
  const params = { fault: 'wrong order', w: -2, rate: 0.05 } as const;
  expect(say(params, run(params))).toMatch(
    /even the right gradients diverge, after step \d+: this learning rate/,
  );
});
