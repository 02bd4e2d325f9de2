const SIZE = 624;
const SHIFT = 397;

/** The next block of words from the last one, in place. */
function refill(state: Uint32Array): void {
  for (let j = 0; j < SIZE; j++) {
    const upper = (state[j] as number) & 0x80000000;
    const word = upper | ((state[(j + 1) % SIZE] as number) & 0x7fffffff);
    const twist = word & 1 ? 0x9908b0df : 0;
    state[j] = (state[(j + SHIFT) % SIZE] as number) ^ (word >>> 1) ^ twist;
  }
}

/**
 * The Mersenne Twister of Matsumoto and Nishimura (1998), the engine behind PyTorch's CPU
 * generator, NumPy's RandomState and Python's random: gives the next word of a seed's stream, an
 * integer in [0, 2³²). Only the low 32 bits of the seed count.
 */
export function mersenneTwister(seed: number): () => number {
  const state = new Uint32Array(SIZE);
  state[0] = seed;
  for (let j = 1; j < SIZE; j++) {
    const previous = state[j - 1] as number;
    state[j] = Math.imul(1812433253, previous ^ (previous >>> 30)) + j;
  }
  let next = 0;
  return () => {
    if (next === 0) refill(state);
    let word = state[next] as number;
    next = (next + 1) % SIZE;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  };
}
