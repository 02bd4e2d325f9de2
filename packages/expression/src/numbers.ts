import type { FunctionName } from './tree.ts';

type NumberFunction = (a: number, b: number) => number;

/** The functions over plain numbers, as PyTorch defines them. */
export const numberFunctions: Record<FunctionName, NumberFunction> = {
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  exp: Math.exp,
  ln: Math.log,
  log: Math.log,
  sqrt: Math.sqrt,
  abs: Math.abs,
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  relu: (x) => (x <= 0 ? 0 : x),
  /** ln(1 + eˣ); PyTorch takes x itself beyond 20, where they differ by less than 3e-9. */
  softplus: (x) => (x > 20 ? x : Math.log1p(Math.exp(x))),
  max: Math.max,
  min: Math.min,
};
