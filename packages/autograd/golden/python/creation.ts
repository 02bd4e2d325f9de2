import * as api from '../../src/index.ts';
import * as random from '../../src/random/index.ts';
import { camelCase } from './arguments.ts';
import { define } from './protocol.ts';
import { type Keywords, PythonError, Tuple, type Value, toJs } from './values.ts';

const OPTIONS = ['dtype', 'requires_grad', 'generator'];

function optionsFrom(keywords: Keywords): Record<string, unknown> {
  const known = [...keywords].filter(([name]) => OPTIONS.includes(name));
  return Object.fromEntries(known.map(([name, value]) => [camelCase(name), toJs(value)]));
}

/** The leaves of nested lists. */
function leaves(value: Value): Value[] {
  if (value instanceof Tuple) return value.items.flatMap(leaves);
  return Array.isArray(value) ? value.flatMap(leaves) : [value];
}

/** The dtype that PyTorch infers: bools, ints, or the default for floats and for nothing. */
function inferDtype(data: Value): api.DType | undefined {
  const items = leaves(data);
  if (items.some((item) => item instanceof api.Tensor)) {
    return (items.find((item) => item instanceof api.Tensor) as api.Tensor).dtype;
  }
  if (items.length === 0 || items.some((item) => typeof item === 'number')) return undefined;
  return items.every((item) => typeof item === 'boolean') ? 'bool' : 'int64';
}

/** `torch.tensor(data, dtype=…, requires_grad=…)`. */
export function createTensor([data]: readonly Value[], keywords: Keywords): Value {
  const dtype = inferDtype(data);
  const inferred = dtype === undefined ? {} : { dtype };
  return api.tensor(toJs(data) as api.Data, { ...inferred, ...optionsFrom(keywords) });
}

/** Sizes given one by one or as one sequence. */
function sizes(args: readonly Value[], keywords: Keywords): number[] {
  const size = keywords.get('size');
  const [first] = size === undefined ? args : [size];
  return (
    first instanceof Tuple || Array.isArray(first) ? toJs(first) : args.map(toJs)
  ) as number[];
}

type Sized = (shape: number[], options: Record<string, unknown>) => api.Tensor;

const sized = (make: Sized) =>
  define((args, keywords) => make(sizes(args, keywords), optionsFrom(keywords)));

const like = (make: (x: api.Tensor, options: Record<string, unknown>) => api.Tensor) =>
  define(([x], keywords) => make(x as api.Tensor, optionsFrom(keywords)));

function arange(args: readonly Value[], keywords: Keywords): Value {
  const exact = args.every((arg) => typeof arg === 'bigint');
  const inferred = exact ? {} : { dtype: api.getDefaultDtype() };
  const numbers = args.map(Number) as [number];
  return api.arange(...numbers, { ...inferred, ...optionsFrom(keywords) });
}

function full([shape, value]: readonly Value[], keywords: Keywords): Value {
  const inferred = typeof value === 'bigint' ? { dtype: 'int64' as const } : {};
  return api.full(toJs(shape) as number[], Number(value), {
    ...inferred,
    ...optionsFrom(keywords),
  });
}

function randint(args: readonly Value[], keywords: Keywords): Value {
  const [low, high, shape] = args.length === 2 ? [0n, ...args] : args;
  return random.randint(Number(low), Number(high), toJs(shape) as number[], optionsFrom(keywords));
}

/** Functions of `torch` that make tensors from sizes and numbers. */
export const creators: Record<string, Value> = {
  zeros: sized(api.zeros),
  ones: sized(api.ones),
  empty: sized(api.empty),
  rand: sized(random.rand),
  randn: sized(random.randn),
  zeros_like: like(api.zerosLike),
  ones_like: like(api.onesLike),
  arange: define(arange),
  full: define(full),
  randint: define(randint),
  eye: define(([n, m = n], keywords) => api.eye(Number(n), Number(m), optionsFrom(keywords))),
  linspace: define(([start, end, steps], keywords) =>
    api.linspace(Number(start), Number(end), Number(steps), optionsFrom(keywords)),
  ),
  randperm: define(([n]) => random.randperm(Number(n))),
  bernoulli: define(([p]) => {
    if (!(p instanceof api.Tensor)) throw new PythonError('TypeError', 'bernoulli needs a tensor');
    return random.bernoulli(p);
  }),
};
