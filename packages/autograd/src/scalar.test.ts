import { describe, expect, test } from 'vitest';
import { load } from '../bench/bundle.ts';
import * as whole from './index.ts';
import type { DType, Operand, Tensor } from './scalar.ts';

type Door = typeof import('./scalar.ts');

const first = whole as unknown as Door;
/** The door as a program gets it: without a method that nothing attached, and without what only those use. */
const second = await load<Door>(`export * from '@calculus/autograd/scalar'`);

/** What comes of `action`, its error included, as plain data. */
function outcome(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    const { name, message } = error as Error;
    return { name, message };
  }
}

/** The doors agree on what comes of `action`, which is returned. */
function agreed(action: (door: Door) => unknown): unknown {
  const result = outcome(() => action(second));
  expect(result).toEqual(outcome(() => action(first)));
  return result;
}

/** What methods take that take something else than nothing or one other operand. */
const special: Record<string, (x: Tensor, y: Operand) => unknown[]> = {
  clamp: (_, y) => [{ min: 0.1, max: y }],
  clamp_: () => [{ min: 0.1, max: 0.5 }],
  lerp: (x, y) => [y, x],
  where: (x, y) => [x.gt(y), y],
  to: () => ['float64'],
};
const options: Record<string, object> = {
  add: { alpha: 2 },
  sub_: { alpha: 2 },
  div: { roundingMode: 'floor' },
  round: { decimals: 1 },
};

/** Methods of the class itself, whose tests are below. */
// prettier-ignore
const apart = ['constructor', 'backward', 'detach', 'item', 'registerHook', 'requiresGrad_', 'retainGrad'];

const offered = Object.entries(
  Object.getOwnPropertyDescriptors(Object.getPrototypeOf(second.tensor(0))),
).flatMap(([name, { value }]) => (value === undefined || apart.includes(name) ? [] : [name]));

const show = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const { dtype, gradFn, grad } = value as Tensor;
  return [(value as Tensor).item(), dtype, gradFn?.name, grad?.item(), grad?.gradFn?.name];
};

/** One call, its gradients and theirs. */
function derivatives(door: Door, x: Tensor, y: Operand, call: (x: Tensor) => Tensor): unknown[] {
  const inputs = typeof y === 'number' ? [x] : [x, y];
  const target = x.mul(1);
  const result = call(target);
  const seen = [show(result), show(target)];
  if (!result.requiresGrad) return seen;
  const gradients = (of: Tensor) =>
    door.grad(of, inputs, { createGraph: true, allowUnused: true }).filter((g) => g !== null);
  for (const gradient of gradients(result)) {
    seen.push(show(gradient));
    if (gradient.requiresGrad) seen.push(...gradients(gradient).map(show));
  }
  result.backward({ retainGraph: true });
  result.backward({ createGraph: true });
  result.backward();
  return [...seen, ...inputs.map(show), outcome(() => result.backward())];
}

const dtypes: DType[] = ['float64', 'float32', 'int64', 'bool'];
const others = [...dtypes, 'number'] as const;

describe('every method, and its two gradients, are those of the first door', () => {
  test.each(offered)('%s', (name) => {
    for (const dtype of dtypes)
      for (const other of others)
        for (const shared of [false, true])
          agreed((door) => attempt(door, name, dtype, other, shared));
  });

  test('all are tried', () => {
    expect(offered).toEqual(
      expect.arrayContaining(['add', 'sub_', 'tanh', 'relu', 'where', 'clone']),
    );
    expect(offered).not.toContain('sum');
  });
});

/** Calls the method with and without options, on numbers and, if `shared`, on numbers in memory. */
function attempt(
  door: Door,
  name: string,
  dtype: DType,
  other: DType | 'number',
  shared: boolean,
): unknown[] {
  const make = (value: number, type: DType): Tensor => {
    const made = door.tensor(value, { dtype: type, requiresGrad: type.startsWith('float') });
    if (shared) made.detach();
    return made;
  };
  return [undefined, options[name]].map((extra) =>
    outcome(() => {
      const y = other === 'number' ? 0.3 : make(0.3, other);
      return derivatives(door, make(0.6, dtype), y, (x) => {
        const inputs = special[name]?.(x, y) ?? (name === 'round' ? [] : [y]);
        const method = x[name as 'add'] as (...inputs: unknown[]) => Tensor;
        return method.call(x, ...inputs, extra);
      });
    }),
  );
}

const leaf = (door: Door, dtype: DType = 'float32') =>
  door.tensor(0.6, { dtype, requiresGrad: dtype.startsWith('float') });

describe('what a descent meets is the same by both doors', () => {
  test('steps on (x − 5)² come to 5', () => {
    const result = agreed((door) => {
      const x = leaf(door, 'float64');
      for (let step = 0; step < 100; step++) {
        x.sub(5).pow(2).backward();
        door.noGrad(() => x.sub_((x.grad as Tensor).mul(0.1)));
        x.grad = null;
      }
      return x.item();
    });
    expect(result).toBeCloseTo(5, 8);
  });

  test.each<[string, (door: Door) => unknown]>([
    ['a leaf changed in place', (door) => leaf(door).add_(1)],
    ['a leaf set to 0', (door) => leaf(door).zero_()],
    [
      'integers that want gradients',
      (door) => door.tensor(1, { dtype: 'int64', requiresGrad: true }),
    ],
    ['integers asked to want gradients', (door) => leaf(door, 'int64').requiresGrad_()],
    ['integers set to want gradients', (door) => (leaf(door, 'int64').requiresGrad = true)],
    ['a result that shall want none', (door) => leaf(door).exp().requiresGrad_(false)],
    ['no history', (door) => door.tensor(1).backward()],
    ['no history to differentiate', (door) => door.grad(leaf(door).exp(), door.tensor(1))],
    ['an unused input', (door) => door.grad(leaf(door).exp(), leaf(door))],
    ['a gradient of another dtype', (door) => (leaf(door).grad = leaf(door, 'float64'))],
    ['a hook without history', (door) => door.tensor(1).registerHook(() => null)],
    ['a gradient kept without history', (door) => door.tensor(1).retainGrad()],
    ['fractions into integers', (door) => leaf(door, 'int64').add_(0.5)],
    ['a negative power of integers', (door) => leaf(door, 'int64').pow(-1)],
    ['division of integers by 0', (door) => leaf(door, 'int64').div(0, { roundingMode: 'floor' })],
    ['backward twice', (door) => [leaf(door).pow(2)].flatMap((y) => [y.backward(), y.backward()])],
    [
      'a saved number changed since',
      (door) => {
        const x = leaf(door).mul(1);
        const y = x.sin();
        x.add_(1);
        y.backward();
      },
    ],
  ])('refused: %s', (_, action) => {
    expect(agreed(action)).toEqual({ name: 'RuntimeError', message: expect.any(String) });
  });

  test.each<[string, (door: Door) => unknown]>([
    [
      'functions of a number and a tensor',
      (door) =>
        [door.add, door.sub, door.mul, door.div, door.pow].map((f) => {
          const x = leaf(door);
          f(3, x).backward();
          return [f(3, x), x].map(show);
        }),
    ],
    [
      'hooks and kept gradients',
      (door) => {
        const [x, seen] = [leaf(door), [] as unknown[]];
        const y = x.exp();
        y.retainGrad();
        const hook = y.registerHook((g) => g.mul(2));
        x.registerHook((g) => seen.push(g.item()));
        y.sin().backward({ retainGraph: true });
        hook.remove();
        y.cos().backward({ gradient: door.tensor(3), createGraph: true });
        return [seen, show(x), show(y)];
      },
    ],
    [
      'gradients added up, of several outputs',
      (door) => {
        const x = leaf(door);
        x.exp().backward({ createGraph: true });
        x.exp().backward({ createGraph: true });
        const gradOutputs = [door.tensor(2), null];
        return [show(x), door.grad([x.exp(), x.sin()], x, { gradOutputs }).map(show)];
      },
    ],
    [
      'memory shared with a detached tensor',
      (door) => {
        const x = leaf(door).mul(1);
        const y = x.detach();
        y.add_(1);
        x.mul_(y).add_(x);
        return [show(x), show(y), x.version, y.version, x.requiresGrad, y.isLeaf];
      },
    ],
    [
      'modes',
      (door) => {
        const [off, on] = [door.noGrad, door.enableGrad];
        return off(() => [door.isGradEnabled(), on(() => leaf(door).exp().gradFn?.name)]);
      },
    ],
  ])('%s', (_, action) => {
    expect(agreed(action)).not.toHaveProperty('message');
  });
});

test('only numbers come in', () => {
  expect(() => second.tensor([1, 2] as never)).toThrow(TypeError);
});

test('a program that comes in by both doors has one class with all methods', async () => {
  const doors = ['@calculus/autograd', '@calculus/autograd/scalar'];
  for (const [a, b] of [doors, doors.toReversed()]) {
    const program = `export * as a from '${a}'; export * as b from '${b}'`;
    const { a: one, b: other } = await load<{ a: typeof whole; b: typeof whole }>(program);
    expect(one.tensor(2).add(other.tensor(3)).expand(2).sum().item()).toBe(10);
    expect(other.tensor(2).add(one.tensor(3)).expand(2).sum().item()).toBe(10);
  }
});

test('its type offers what is there, and takes the tensors of the first door', () => {
  const x: Tensor = whole.tensor(2);
  expect(x.pow(2).item()).toBe(4);
  // @ts-expect-error -- a number has nothing to add up
  expect(() => second.tensor(2).pow(2).sum()).toThrow(TypeError);
});
