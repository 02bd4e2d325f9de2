/**
 * Every function that a formula may call, one row each: a new function is a new row, and the parser, values,
 * derivatives and printers follow. Rules are PyTorch's, kinks included.
 */
import {
  type Tensor,
  abs,
  acos,
  asin,
  atan,
  cos,
  cosh,
  erf,
  exp,
  floor,
  gelu,
  log,
  log10,
  log2,
  maximum,
  minimum,
  mul,
  pow,
  relu,
  sigmoid,
  sign,
  sin,
  sinh,
  softplus,
  sqrt,
  tan,
  tanh,
} from '@calculus/autograd';
import * as complex from './complex.ts';
import type { Complex } from './complex.ts';
import type { DoubleDouble } from './double-double.ts';
import { type Dual, chosen } from './dual.ts';
import * as rules from './double-double-rules.ts';
import type { Notation } from './notation.ts';

/** A function of one value. */
export interface FunctionRow {
  /** Other names that readers know it by. */
  also?: readonly string[];
  number: (x: number) => number;
  /** Its value and derivative, to about 30 digits. */
  precise: (u: DoubleDouble) => rules.ValueAndSlope;
  /** null where it has no derivative in the complex plane. */
  complex: ((z: Complex) => Complex) | null;
  tensor: (x: Tensor) => Tensor;
  /** What stands before `(x)` in a PyTorch program. */
  python: string;
  /** The same for a plain Python number, where Python has it. */
  pythonNumber?: string;
  /** How it is typeset, where that is not its name before parentheses. */
  typeset?: <M>(notation: Notation<M>, x: M) => M;
}

/** A function of two values. */
export interface PairRow {
  also?: readonly string[];
  number: (a: number, b: number) => number;
  dual: (a: Dual, b: Dual) => Dual;
  tensor: (a: Tensor, b: Tensor) => Tensor;
  python: string;
  pythonNumber: string;
}

/** Beyond 6 it is 1 in float64. */
function erfOf(x: number): number {
  return Math.abs(x) > 6 ? Math.sign(x) : complex.erf({ re: x, im: 0 }).re;
}

const rows = {
  sin: {
    number: Math.sin,
    precise: rules.sin,
    complex: complex.sin,
    tensor: sin,
    python: 'torch.sin',
    pythonNumber: 'math.sin',
  },
  cos: {
    number: Math.cos,
    precise: rules.cos,
    complex: complex.cos,
    tensor: cos,
    python: 'torch.cos',
    pythonNumber: 'math.cos',
  },
  tan: {
    number: Math.tan,
    precise: rules.tan,
    complex: complex.tan,
    tensor: tan,
    python: 'torch.tan',
    pythonNumber: 'math.tan',
  },
  asin: {
    also: ['arcsin'],
    number: Math.asin,
    precise: rules.asin,
    complex: complex.asin,
    tensor: asin,
    python: 'torch.asin',
    pythonNumber: 'math.asin',
    typeset: (notation, x) => notation.call('arcsin', [x]),
  },
  acos: {
    also: ['arccos'],
    number: Math.acos,
    precise: rules.acos,
    complex: complex.acos,
    tensor: acos,
    python: 'torch.acos',
    pythonNumber: 'math.acos',
    typeset: (notation, x) => notation.call('arccos', [x]),
  },
  atan: {
    also: ['arctan'],
    number: Math.atan,
    precise: rules.atan,
    complex: complex.atan,
    tensor: atan,
    python: 'torch.atan',
    pythonNumber: 'math.atan',
    typeset: (notation, x) => notation.call('arctan', [x]),
  },
  sinh: {
    number: Math.sinh,
    precise: rules.sinh,
    complex: complex.sinh,
    tensor: sinh,
    python: 'torch.sinh',
    pythonNumber: 'math.sinh',
  },
  cosh: {
    number: Math.cosh,
    precise: rules.cosh,
    complex: complex.cosh,
    tensor: cosh,
    python: 'torch.cosh',
    pythonNumber: 'math.cosh',
  },
  tanh: {
    number: Math.tanh,
    precise: rules.tanh,
    complex: complex.tanh,
    tensor: tanh,
    python: 'torch.tanh',
    pythonNumber: 'math.tanh',
  },
  exp: {
    number: Math.exp,
    precise: rules.exponential,
    complex: complex.exp,
    tensor: exp,
    python: 'torch.exp',
    pythonNumber: 'math.exp',
  },
  /** `log` is the natural logarithm, as in PyTorch. */
  ln: {
    also: ['log'],
    number: Math.log,
    precise: rules.logarithm,
    complex: complex.log,
    tensor: log,
    python: 'torch.log',
    pythonNumber: 'math.log',
  },
  log2: {
    also: ['lb'],
    number: Math.log2,
    precise: (u) => rules.logarithmTo(2, u),
    complex: (z) => complex.logTo(2, z),
    tensor: log2,
    python: 'torch.log2',
    pythonNumber: 'math.log2',
    typeset: (notation, x) => notation.call('log', [x], '2'),
  },
  log10: {
    also: ['lg'],
    number: Math.log10,
    precise: (u) => rules.logarithmTo(10, u),
    complex: (z) => complex.logTo(10, z),
    tensor: log10,
    python: 'torch.log10',
    pythonNumber: 'math.log10',
    typeset: (notation, x) => notation.call('log', [x], '10'),
  },
  sqrt: {
    number: Math.sqrt,
    precise: rules.squareRoot,
    complex: complex.sqrt,
    tensor: sqrt,
    python: 'torch.sqrt',
    pythonNumber: 'math.sqrt',
    typeset: (notation, x) => notation.root(x),
  },
  /** PyTorch has none; sign(x) |x|^(1/3) has the slope NaN at 0, where the graph is vertical. */
  cbrt: {
    number: Math.cbrt,
    precise: rules.cubeRoot,
    complex: complex.cbrt,
    tensor: (x) => mul(sign(x), pow(abs(x), 1 / 3)),
    python: '(lambda t: torch.sign(t)*torch.abs(t)**(1/3))',
    typeset: (notation, x) => notation.root(x, '3'),
  },
  abs: {
    also: ['fabs'],
    number: Math.abs,
    precise: rules.absolute,
    complex: null,
    tensor: abs,
    python: 'torch.abs',
    pythonNumber: 'abs',
    typeset: (notation, x) => notation.fence('|', x, '|'),
  },
  sign: {
    also: ['sgn'],
    number: Math.sign,
    precise: rules.sign,
    complex: null,
    tensor: sign,
    python: 'torch.sign',
  },
  floor: {
    number: Math.floor,
    precise: rules.floor,
    complex: null,
    tensor: floor,
    python: 'torch.floor',
    pythonNumber: 'math.floor',
    typeset: (notation, x) => notation.fence('⌊', x, '⌋'),
  },
  sigmoid: {
    number: (x) => 1 / (1 + Math.exp(-x)),
    precise: rules.sigmoid,
    complex: complex.sigmoid,
    tensor: sigmoid,
    python: 'torch.sigmoid',
  },
  relu: {
    number: (x) => (x <= 0 ? 0 : x),
    precise: rules.relu,
    complex: null,
    tensor: relu,
    python: 'torch.relu',
  },
  /** ln(1 + eˣ); PyTorch takes x itself beyond 20, where they differ by less than 3e-9. */
  softplus: {
    number: (x) => (x > 20 ? x : Math.log1p(Math.exp(x))),
    precise: rules.softplus,
    complex: complex.softplus,
    tensor: (x) => softplus(x),
    python: 'torch.nn.functional.softplus',
  },
  erf: {
    number: erfOf,
    precise: rules.errorFunction,
    complex: complex.erf,
    tensor: erf,
    python: 'torch.erf',
    pythonNumber: 'math.erf',
  },
  gelu: {
    number: (x) => x * 0.5 * (1 + erfOf(x * Math.SQRT1_2)),
    precise: rules.gelu,
    complex: complex.gelu,
    tensor: (x) => gelu(x),
    python: 'torch.nn.functional.gelu',
  },
} satisfies Record<string, FunctionRow>;

const pairs = {
  max: {
    also: ['maximum'],
    number: Math.max,
    dual: (a, b) => chosen(a, b, 1),
    tensor: maximum,
    python: 'torch.maximum',
    pythonNumber: 'max',
  },
  min: {
    also: ['minimum'],
    number: Math.min,
    dual: (a, b) => chosen(a, b, -1),
    tensor: minimum,
    python: 'torch.minimum',
    pythonNumber: 'min',
  },
} satisfies Record<string, PairRow>;

export type UnaryName = keyof typeof rows;
export type PairName = keyof typeof pairs;
export type FunctionName = UnaryName | PairName;

export const functions: Readonly<Record<UnaryName, FunctionRow>> = rows;
export const pairFunctions: Readonly<Record<PairName, PairRow>> = pairs;

export function isUnaryName(name: string): name is UnaryName {
  return Object.hasOwn(rows, name);
}

export function isPairName(name: string): name is PairName {
  return Object.hasOwn(pairs, name);
}

export const functionNames: readonly FunctionName[] = [
  ...Object.keys(rows).filter(isUnaryName),
  ...Object.keys(pairs).filter(isPairName),
];

/** How many values a function takes. */
export function arity(name: FunctionName): 1 | 2 {
  return isPairName(name) ? 2 : 1;
}

/** Every spelling of a function, the names of the table and those beside them. */
export const functionSpellings: ReadonlyMap<string, FunctionName> = new Map(
  functionNames.flatMap((name) => {
    const { also = [] } = isPairName(name) ? pairFunctions[name] : functions[name];
    return [name, ...also].map((spelling) => [spelling, name] as const);
  }),
);
