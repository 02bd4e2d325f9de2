import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Tensor, tensor } from '../index.ts';
import * as optim from './index.ts';

const leaf = (...data: number[]) => tensor(data, { dtype: 'float64', requiresGrad: true });

type Make = (params: Tensor[]) => { zeroGrad(): void; step(): unknown };

/** Every optimiser at a rate that is stable on the bowls below. */
const optimisers: Record<string, Make> = {
  SGD: (p) => new optim.SGD(p, { lr: 0.05, momentum: 0.8, nesterov: true }),
  Adam: (p) => new optim.Adam(p, { lr: 0.05, amsgrad: true }),
  AdamW: (p) => new optim.AdamW(p, { lr: 0.05 }),
  NAdam: (p) => new optim.NAdam(p, { lr: 0.05 }),
  RAdam: (p) => new optim.RAdam(p, { lr: 0.05 }),
  Adamax: (p) => new optim.Adamax(p, { lr: 0.05 }),
  Adagrad: (p) => new optim.Adagrad(p, { lr: 0.5 }),
  Adadelta: (p) => new optim.Adadelta(p),
  RMSprop: (p) => new optim.RMSprop(p, { lr: 0.02, centered: true, momentum: 0.5 }),
  Rprop: (p) => new optim.Rprop(p),
};

const bowl = (x: Tensor) =>
  x
    .square()
    .mul(tensor([1, 4], { dtype: 'float64' }))
    .sum();

function descend(make: Make, start: readonly number[], steps: number): Tensor {
  const x = leaf(...start);
  const optimiser = make([x]);
  for (let i = 0; i < steps; i++) {
    optimiser.zeroGrad();
    bowl(x).backward();
    optimiser.step();
  }
  return x;
}

const coordinate = fc.double({ min: -100, max: 100, noNaN: true });

test.each(Object.entries(optimisers))('%s stays finite and goes down a bowl', (_, make) => {
  fc.assert(
    fc.property(coordinate, coordinate, (a, b) => {
      const end = descend(make, [a, b], 30);
      expect(end.toArray().every(Number.isFinite)).toBe(true);
      expect(bowl(end).item()).toBeLessThanOrEqual(bowl(leaf(a, b)).item() + 1);
    }),
    { numRuns: 15 },
  );
});

test('L-BFGS with line search finds the minimum of Rosenbrock’s function', () => {
  const x = leaf(-1.5, 2);
  const optimiser = new optim.LBFGS([x], { maxIter: 100, lineSearchFn: 'strong_wolfe' });
  optimiser.step(() => {
    optimiser.zeroGrad();
    const [a, b] = [x.at(0), x.at(1)];
    const loss = a.neg().add(1).square().add(b.sub(a.square()).square().mul(100));
    loss.backward();
    return loss;
  });
  expect(x.at(0).item()).toBeCloseTo(1, 5);
  expect(x.at(1).item()).toBeCloseTo(1, 5);
});

test('a step calls the closure with gradients on and returns its loss', () => {
  const x = leaf(3);
  const loss = new optim.SGD([x], { lr: 0.1 }).step(() => {
    const value = x.square().sum();
    value.backward();
    return value;
  });
  expect(loss?.item()).toBe(9);
  expect(x.toArray()).toEqual([3 - 0.1 * 6]);
});

test('a parameter without gradient stays, and its state is not made', () => {
  const [x, y] = [leaf(1), leaf(2)];
  const optimiser = new optim.Adam([x, y]);
  x.square().sum().backward();
  optimiser.step();
  expect(y.toArray()).toEqual([2]);
  expect([optimiser.state.has(x), optimiser.state.has(y)]).toEqual([true, false]);
});

test('a group added later is optimised with options of its own', () => {
  const [x, y] = [leaf(1), leaf(1)];
  const optimiser = new optim.SGD([x], { lr: 0.1 });
  optimiser.addParamGroup({ params: [y], lr: 0.5 });
  x.add(y).sum().backward();
  optimiser.step();
  expect([x.item(), y.item()]).toEqual([0.9, 0.5]);
});

test.each([
  [() => new optim.SGD([], { lr: 0.1 }), 'optimizer got an empty parameter list'],
  [() => new optim.SGD([leaf(1)], { lr: -1.5 }), 'Invalid learning rate: -1.5'],
  [() => new optim.SGD([leaf(1)], { lr: 1, momentum: -0.5 }), 'Invalid momentum value: -0.5'],
  [() => new optim.Adam([leaf(1)], { betas: [0.5, 1] }), 'Invalid beta parameter at index 1: 1.0'],
  [() => new optim.Adam([leaf(1)], { eps: -0.1 }), 'Invalid epsilon value: -0.1'],
  [() => new optim.AdamW([leaf(1)], { weightDecay: -2 }), 'Invalid weight_decay value: -2.0'],
  [() => new optim.Adadelta([leaf(1)], { rho: 1.5 }), 'Invalid rho value: 1.5'],
  [() => new optim.Adagrad([leaf(1)], { lrDecay: -1 }), 'Invalid lr_decay value: -1.0'],
  [
    () => new optim.Adagrad([leaf(1)], { initialAccumulatorValue: -1 }),
    'Invalid initial_accumulator_value value: -1.0',
  ],
  [() => new optim.Rprop([leaf(1)], { etas: [1.5, 2] }), 'Invalid eta values: 1.5, 2.0'],
  [() => new optim.SGD([leaf(1).mul(2)], { lr: 0.1 }), "can't optimize a non-leaf Tensor"],
  [() => new optim.LBFGS([]), 'optimizer got an empty parameter list'],
  [() => new optim.LBFGS([leaf(1).mul(2)]), "can't optimize a non-leaf Tensor"],
  [
    () => new optim.LBFGS([{ params: leaf(1) }, { params: leaf(2) }]),
    "LBFGS doesn't support per-parameter options (parameter groups)",
  ],
])('what PyTorch refuses is refused: %#', (make, message) => {
  expect(make).toThrow(message);
});

test('what PyTorch does not refuse is let pass', () => {
  expect(() => new optim.SGD([leaf(1)], { lr: 1, dampening: -1 })).not.toThrow();
  expect(() => new optim.LBFGS([leaf(1)], { lr: -1 })).not.toThrow();
});
