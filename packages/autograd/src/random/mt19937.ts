const SIZE = 624;
const SHIFT = 397;

/**
 * The Mersenne Twister of Matsumoto and Nishimura (1998), the engine behind PyTorch's CPU
 * generator, NumPy's RandomState and Python's random.
 */
export class Mt19937 {
  readonly state = new Uint32Array(SIZE);
  /** Position of the next word of `state`; `SIZE` asks for a new block. */
  next = SIZE;

  constructor(seed: number) {
    this.seed(seed);
  }

  /** Starts the stream of a seed, of which only the low 32 bits count. */
  seed(seed: number): void {
    const { state } = this;
    state[0] = seed;
    for (let j = 1; j < SIZE; j++) {
      const previous = state[j - 1] as number;
      state[j] = Math.imul(1812433253, previous ^ (previous >>> 30)) + j;
    }
    this.next = SIZE;
  }

  /** The next word, an integer in [0, 2³²). */
  uint32(): number {
    if (this.next === SIZE) this.refill();
    let word = this.state[this.next++] as number;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  private refill(): void {
    const { state } = this;
    for (let j = 0; j < SIZE; j++) {
      const upper = (state[j] as number) & 0x80000000;
      const word = upper | ((state[(j + 1) % SIZE] as number) & 0x7fffffff);
      const twist = word & 1 ? 0x9908b0df : 0;
      state[j] = (state[(j + SHIFT) % SIZE] as number) ^ (word >>> 1) ^ twist;
    }
    this.next = 0;
  }
}
