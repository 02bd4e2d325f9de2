import { describe as group, expect, test } from 'vitest';
import { accumulated, leafGradient } from './describe.ts';
import { type Params, defaults, describe, run } from './index.ts';
import { backwardOrder, nextStage } from './path.ts';
import { pictureOf } from './picture.ts';

const at = (changes: Partial<Params>) => run({ ...defaults, ...changes });
const words = (changes: Partial<Params>) => describe({ ...defaults, ...changes }, at(changes));
const second = 'Trying to backward through the graph a second time';

group('what is recorded', () => {
  test('(xy + sin x)² at (2, 3) has six nodes, x with two uses, and the gradient 2s(y + cos x), 2sx', () => {
    const result = run(defaults);
    const s = 6 + Math.sin(2);
    expect(result.nodes.map(({ op }) => op)).toEqual([
      ...['AccumulateGrad', 'AccumulateGrad', 'MulBackward0', 'SinBackward0'],
      ...['AddBackward0', 'PowBackward0'],
    ]);
    expect(result.nodes.map(({ name }) => name)).toEqual([
      ...['x', 'y', 'x*y', 'sin(x)', 'x*y + sin(x)', '(x*y + sin(x))^2'],
    ]);
    expect(result.edges.filter(({ from }) => from === 0)).toHaveLength(2);
    expect(result.value).toBeCloseTo(s * s, 12);
    expect(leafGradient(result, 'x')).toBeCloseTo(2 * s * (3 + Math.cos(2)), 12);
    expect(leafGradient(result, 'y')).toBeCloseTo(2 * s * 2, 12);
  });

  test('it is no parse tree: x·x is one node with two arrows from one x', () => {
    const { nodes, edges } = at({ f: 'x*x' });
    expect(nodes).toHaveLength(2);
    expect(edges.map(({ from, to, input }) => [from, to, input])).toEqual([
      [0, 1, 0],
      [0, 1, 1],
    ]);
    // x is recorded once, but a formula written twice is computed twice.
    expect(at({ f: 'sin(x)*sin(x)' }).nodes).toHaveLength(4);
  });

  test('a quotient with 1 and a cube root show the operations that the formula hides', () => {
    expect(at({ f: '1/x' }).nodes.map(({ op }) => op).slice(1)).toEqual(['ReciprocalBackward0', 'MulBackward0']); // prettier-ignore
    expect(at({ f: 'cbrt(x)' }).nodes).toHaveLength(5);
  });

  test('values move and the layout stays', () => {
    expect(at({ x: -4, y: 0 }).layout).toEqual(run(defaults).layout);
  });
});

group('the order', () => {
  test('backward takes operations youngest first, and a leaf when its last use has answered', () => {
    // PyTorch's hooks on e = (2y + sin x)(xy), recorded as a = xy, b = sin x, c = 2y, answer e d c b a x y.
    const { nodes, edges } = at({ f: '(y*2 + sin(x))*(x*y)' });
    const order = backwardOrder({ nodes, edges }).map((id) => nodes[id]?.name);
    expect(order).toEqual([
      ...['(y*2 + sin(x))*(x*y)', 'x*y', 'y*2 + sin(x)', 'sin(x)', 'x', 'y*2', 'y'],
    ]);
  });

  test('every node comes after all that use it', () => {
    const { nodes, edges } = at({ f: 'cbrt(x)*max(y, x) + exp(x*y)/x' });
    const order = backwardOrder({ nodes, edges });
    for (const { from, to } of edges)
      expect(order.indexOf(from)).toBeGreaterThan(order.indexOf(to));
    expect(order).toHaveLength(nodes.length);
  });

  test('the stage that a node is pressed for is the next of its own, then the first', () => {
    // Six values forward; the product is number 2 and is fourth on the way back.
    const result = run(defaults);
    expect(nextStage(result, 2, 0)).toBe(3);
    expect(nextStage(result, 2, 3)).toBe(10);
    expect(nextStage(result, 2, 10)).toBe(3);
  });
});

group('the modes', () => {
  test('detach removes one of two paths: the gradient is 2s·y, without the cosine', () => {
    const result = at({ mode: 'detach' });
    expect(leafGradient(result, 'x')).toBeCloseTo(6 * (6 + Math.sin(2)), 12);
    expect(result.nodes.filter(({ recorded }) => !recorded).map(({ name }) => name)).toEqual([
      'sin(x)',
    ]);
    expect(words({ mode: 'detach' })).toContain('sin(x) is detached, and 5 nodes of 6 remain');
  });

  test('detach on a chain leaves no graph, as no_grad does, and backward is refused', () => {
    for (const changes of [{ f: '(x^2+1)^3', mode: 'detach' }, { mode: 'no_grad' }]) {
      const result = at(changes);
      expect(result.nodes.some(({ recorded }) => recorded)).toBe(false);
      expect(result.outcomes).toMatchObject([
        { error: 'element 0 of tensors does not require grad and does not have a grad_fn' },
      ]);
    }
  });

  test('a second backward is refused in the words of PyTorch, and its nodes are freed', () => {
    const result = at({ mode: 'second backward' });
    expect(result.outcomes[1]?.error).toContain(second);
    expect(result.freed).toEqual([2, 3, 4, 5]);
    expect(result.path).toHaveLength(6 + 6 + 1);
  });

  test('x + y keeps nothing, so that a second backward goes through and doubles the gradient', () => {
    const result = at({ f: 'x+y', mode: 'second backward' });
    expect(result.outcomes.map(({ error, x }) => [error, x])).toEqual([
      [null, 1],
      [null, 2],
    ]);
  });

  test('retain_graph keeps what was saved for the second call, which adds', () => {
    const result = at({ mode: 'retain_graph', stage: 12 });
    expect(result.freed).toEqual([]);
    expect(accumulated(result, 'x')).toBeCloseTo(2 * Number(leafGradient(result, 'x')), 12);
    expect(words({ mode: 'retain_graph', stage: 17 })).toContain(
      'x.grad = 35.71 + 41.46 + (−5.751) = 71.41',
    );
  });

  test('a mode that is none is refused by name', () => {
    expect(() => at({ mode: 'forward' })).toThrow('got forward');
  });
});

group('failures in words', () => {
  test('no variable, NaN, infinity and a kink', () => {
    expect(words({ f: '2*pi' })).toContain('no variable, so that nothing is recorded');
    expect(words({ f: 'sqrt(x)+y', x: -1 })).toContain(
      'the first value that is not finite is sqrt(x)',
    );
    expect(words({ f: '1/x', x: 0 })).toContain('stops being finite at ReciprocalBackward0');
    expect(words({ f: 'abs(x)', x: 0 })).toContain('the convention of PyTorch');
  });

  test('too large a formula is refused with its size', () => {
    const f = Array.from({ length: 14 }, () => 'sin(x)').join('+');
    expect(() => at({ f })).toThrow('records 28 operations and leaves');
  });
});

test('a card says its worked numbers, and shows what it keeps or freed', () => {
  const cards = (stage: number) => pictureOf(at({ stage })).cards;
  expect(cards(0)[2]).toMatchObject({ value: '?', state: 'waiting', keeps: '' });
  expect(cards(3)[2]).toMatchObject({
    value: '6',
    gradient: '?',
    state: 'active',
    keeps: 'keeps u, v',
  });
  const done = cards(12)[2];
  expect(done).toMatchObject({ gradient: '13.82', keeps: 'freed u, v' });
  expect(done?.worked).toContain('to u = 13.82 · 3 = 41.46');
});
