import { argumentsOf } from '../core/check.ts';
import { RuntimeError } from '../core/errors.ts';
import { mersenneTwister } from './mt19937.ts';

/**
 * Which of PyTorch's kernels to follow. `avx2` is what every current x86 machine runs and fuses
 * multiply and add; `default` rounds twice. They differ in the last bit of scaled uniforms and of
 * long normals only.
 */
export type Capability = 'avx2' | 'default';

/** The seed of a generator that was never seeded, PyTorch's own constant. */
const DEFAULT_SEED = 67280421310721;

const checkSeed = argumentsOf('manualSeed seed:n');

/**
 * A source of random numbers equal to `torch.Generator` on a CPU.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Generator.html
 */
export class Generator {
  /** Which kernels its draws follow. */
  capability: Capability = 'avx2';
  /** The second normal of a pair, kept for the next short draw. */
  cachedNormal: number | undefined = undefined;
  #seed: number | bigint = DEFAULT_SEED;
  #nextWord = mersenneTwister(DEFAULT_SEED % 2 ** 32);

  /**
   * Restarts the stream and returns the generator. Any integer in [−2⁶³, 2⁶⁴) is a seed, of which only the low 32 bits
   * count. Throws RuntimeError outside of that, RangeError for a fraction.
   *
   * @see https://docs.pytorch.org/docs/stable/generated/torch.Generator.html#torch.Generator.manual_seed
   */
  manualSeed(seed: number | bigint): this {
    if (typeof seed !== 'bigint') checkSeed(seed);
    const value = BigInt(seed);
    if (value < -(2n ** 63n) || value >= 2n ** 64n) {
      throw new RuntimeError('Overflow when unpacking long');
    }
    this.#seed = seed;
    this.#nextWord = mersenneTwister(Number(BigInt.asUintN(32, value)));
    this.cachedNormal = undefined;
    return this;
  }

  /**
   * The seed last given, or PyTorch's own constant.
   *
   * @see https://docs.pytorch.org/docs/stable/generated/torch.Generator.html#torch.Generator.initial_seed
   */
  initialSeed(): number | bigint {
    return this.#seed;
  }

  /** A word of the engine, an integer in [0, 2³²). */
  uint32(): number {
    return this.#nextWord();
  }

  /** Two words, the first one the high half. */
  uint64(): bigint {
    const high = this.uint32();
    return (BigInt(high) << 32n) | BigInt(this.uint32());
  }

  /** Uniform in [0, 1) on the grid of float32: the low 24 bits of one word. */
  uniform32(): number {
    return (this.uint32() & 0xffffff) / 2 ** 24;
  }

  /** Uniform in [0, 1) on the grid of float64: the low 53 bits of two words. */
  uniform64(): number {
    const high = this.uint32() & 0x1fffff;
    return (high * 2 ** 32 + this.uint32()) / 2 ** 53;
  }
}

let shared: Generator | undefined;

/** The generator that every draw uses unless it is given another: `torch.default_generator`. */
export function defaultGenerator(): Generator {
  return (shared ??= new Generator());
}

/**
 * Restarts the default generator and returns it: the same seed, the same numbers, those that PyTorch draws on a CPU.
 * Seeds and errors as in `Generator.manualSeed`.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.manual_seed.html
 */
export function manualSeed(seed: number | bigint): Generator {
  return defaultGenerator().manualSeed(seed);
}
