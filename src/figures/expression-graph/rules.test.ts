import { compile, parse } from '@calculus/expression';
import { expect, test } from 'vitest';
import { defaults, run } from './index.ts';
import { rules, written } from './rules.ts';

const functions = [
  ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'exp', 'ln', 'log2'],
  ...['log10', 'sqrt', 'abs', 'sign', 'floor', 'sigmoid', 'relu', 'softplus', 'erf', 'gelu'],
].map((name) => `${name}(x)`);
const pairs = ['x+y', 'x-y', '2-x', 'x*y', '3x', 'x/y', '1/x', '-x', 'x^3', '2^x', 'x^y'];

test.each([...functions, ...pairs, 'max(x,y)', 'min(x,y)'])(
  'the words for the local derivatives of %s give the numbers of autograd',
  (f) => {
    const { nodes, edges } = run({ ...defaults, f, x: 0.6, y: 1.7 });
    expect(edges.length).toBeGreaterThan(0);
    for (const { to, input, local } of edges) {
      const node = nodes[to];
      const [x, y] = (node?.operands ?? []).map(({ value }) => Number(value));
      const point = { x: x ?? 0, y: y ?? 0, z: Number(node?.value) };
      const rule = rules[node?.op ?? ''];
      expect(compile(parse(rule?.local[input] ?? ''))(point)).toBeCloseTo(Number(local), 10);
      expect(compile(parse(rule?.forward ?? ''))(point)).toBeCloseTo(Number(node?.value), 10);
    }
  },
);

test('a rule is written in the letters of a reader, and exp keeps its x', () => {
  expect(written('-x/y^2', { x: 'u', y: 'v', z: 'w' })).toBe('−u/v²');
  expect(written('exp(x)*z', { x: 'u', y: 'v', z: 'w' })).toBe('exp(u) · w');
});
