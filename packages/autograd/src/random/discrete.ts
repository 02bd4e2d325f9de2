import { RuntimeError } from '../core/errors.ts';
import type { Generator } from './generator.ts';
import type { FloatArray } from './uniform.ts';

/** Arrays that hold integers as numbers. */
export interface NumberArray {
  [index: number]: number;
  readonly length: number;
}

/**
 * Fills with integers in [low, high), both exact below 2⁵³.
 *
 * @throws RuntimeError if the range is empty.
 * @see https://docs.pytorch.org/docs/stable/generated/torch.randint.html
 */
export function fillIntegers(
  data: NumberArray,
  low: number,
  high: number,
  generator: Generator,
): void {
  if (!(low < high)) {
    throw new RuntimeError(
      `random_ expects 'from' to be less than 'to', but got from=${low} >= to=${high}`,
    );
  }
  const range = high - low;
  for (let i = 0; i < data.length; i++) {
    const offset =
      range < 2 ** 32 ? generator.uint32() % range : Number(generator.uint64() % BigInt(range));
    data[i] = low + offset;
  }
}

/**
 * Fills with a random order of 0 … n−1 (Fisher and Yates).
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.randperm.html
 */
export function fillPermutation(data: NumberArray, generator: Generator): void {
  const size = data.length;
  for (let i = 0; i < size; i++) data[i] = i;
  for (let i = 0; i < size - 1; i++) {
    const j = i + (generator.uint32() % (size - i));
    const swapped = data[i] as number;
    data[i] = data[j] as number;
    data[j] = swapped;
  }
}

function checkProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) {
    throw new RuntimeError(`bernoulli_ expects p to be in [0, 1], but got p=${p}`);
  }
}

/** Fills with ones of probability p and zeros, as `Tensor.bernoulli_(p)` and dropout masks do. */
export function fillBernoulli(data: NumberArray, p: number, generator: Generator): void {
  checkProbability(p);
  for (let i = 0; i < data.length; i++) data[i] = generator.uniform64() < p ? 1 : 0;
}

/**
 * Fills with ones whose probabilities are given elementwise.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.bernoulli.html
 */
export function fillBernoulliEach(
  data: NumberArray,
  probabilities: FloatArray,
  generator: Generator,
): void {
  const single = probabilities instanceof Float32Array;
  for (let i = 0; i < data.length; i++) {
    const p = probabilities[i] as number;
    checkProbability(p);
    data[i] = (single ? generator.uniform32() : generator.uniform64()) < p ? 1 : 0;
  }
}

/** Fills with exponential variates of the given rate. */
export function fillExponential(data: FloatArray, rate: number, generator: Generator): void {
  if (!(rate > 0)) {
    throw new RuntimeError(`exponential_ expects lambda > 0.0, but found lambda=${rate}`);
  }
  for (let i = 0; i < data.length; i++) {
    data[i] = (-1 / rate) * Math.log(1 - generator.uniform64());
  }
}
