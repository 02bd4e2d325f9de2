import { type DType, type Tensor, tensor, zeros } from '../src/index.ts';
import * as nn from '../src/nn/index.ts';
import * as random from '../src/random/index.ts';
import type { Case } from './case.ts';
import { expectSame } from './compare.ts';

interface RandomCase extends Case {
  readonly kind: string;
  readonly seed: number | string;
  readonly attrs: Attributes;
  readonly capability?: random.Capability;
  readonly expected: unknown;
}

interface Attributes {
  readonly dtype?: DType;
  readonly [name: string]: unknown;
}

type Draw = (attrs: Attributes) => unknown;

/** float64 normals go through log, sin and cos, whose last bits belong to the machine. */
const LIBRARY_TOLERANCE = 1e-14;
/** The same for float32 kernels other than AVX2, one unit in the last place. */
const LIBRARY_TOLERANCE_32 = 1e-6;

const number = (value: unknown): number => Number(value);
const flat = (x: Tensor): number[] => x.toArray();

function blank({ n, shape, dtype = 'float32' }: Attributes): Tensor {
  return zeros(shape === undefined ? [number(n)] : (shape as number[]), { dtype });
}

function stateOf(module: nn.Module): Record<string, number[]> {
  return Object.fromEntries([...module.stateDict()].map(([name, value]) => [name, flat(value)]));
}

function typed({ dtype = 'float32' }: Attributes): { dtype: DType } {
  return { dtype };
}

function raw({ n }: Attributes): unknown {
  const generator = random.defaultGenerator();
  const seed = generator.initialSeed();
  const words = <Word>(next: () => Word) => {
    generator.manualSeed(seed);
    return Array.from({ length: number(n) }, next);
  };
  return {
    int64_random_: words(() => (generator.uint64() % 2n ** 63n).toString()),
    u32: words(() => generator.uint32() % (2 ** 32 - 1)),
  };
}

function kaiming(attrs: Attributes): nn.init.KaimingOptions {
  const { mode, nonlinearity } = attrs as Required<nn.init.KaimingOptions>;
  return { a: number(attrs['a']), mode, nonlinearity };
}

function xavier(attrs: Attributes): nn.init.XavierOptions {
  return { gain: number(attrs['gain'] ?? 1) };
}

function sequential({ layers }: Attributes): unknown {
  const sizes = layers as number[];
  const modules = sizes
    .slice(1)
    .flatMap((out, i) => [
      new nn.Linear(sizes[i] as number, out),
      ...(i < sizes.length - 2 ? [new nn.Tanh()] : []),
    ]);
  return stateOf(new nn.Sequential(...modules));
}

type Step = [name: string, ...args: (number | string)[]];

/** The attributes that a step of a sequence abbreviates. */
function stepAttributes([name, a, b, c]: Step): Attributes {
  if (name === 'randint') return { low: a, high: b, n: c };
  if (name === 'normal_') return { n: a, mean: b, std: c };
  if (name === 'uniform_') return { n: a, a: b, b: c };
  if (name === 'linear') return { in: a, out: b };
  return typeof b === 'string' ? { n: a, dtype: b as DType } : { n: a };
}

function sequence({ steps }: Attributes): unknown[] {
  const seed = random.defaultGenerator().initialSeed();
  return (steps as Step[]).map((step) => {
    if (step[0] === 'manual_seed') {
      random.manualSeed(seed);
      return null;
    }
    const drawn = drawOf(step[0])(stepAttributes(step));
    return Array.isArray(drawn) && drawn.length > 200 ? drawn.slice(-10) : drawn;
  });
}

const draws: Readonly<Record<string, Draw>> = {
  raw,
  sequence,
  sequential,
  rand: (a) => flat(random.rand([number(a['n'])], typed(a))),
  randn: (a) => flat(random.randn([number(a['n'])], typed(a))),
  randn_shape: (a) => flat(random.randn(a['shape'] as number[], typed(a))),
  randint: (a) => flat(random.randint(number(a['low']), number(a['high']), [number(a['n'])])),
  randperm: (a) => flat(random.randperm(number(a['n']))),
  uniform_: (a) => flat(random.uniform_(blank(a), number(a['a']), number(a['b']))),
  normal_: (a) => flat(random.normal_(blank(a), number(a['mean']), number(a['std']))),
  bernoulli_scalar: (a) => flat(random.bernoulli_(blank(a), number(a['p']))),
  bernoulli_tensor: (a) => flat(random.bernoulli(tensor(a['p'] as number[], typed(a)))),
  exponential_: (a) => flat(random.exponential_(blank(a), number(a['lambd']))),
  dropout: (a) => flat(nn.dropout(blank(a).add(1), { p: number(a['p']) })),
  seed_alias: (a) => flat(random.rand([number(a['n'])])),
  linear: (a) => stateOf(new nn.Linear(number(a['in']), number(a['out']), typed(a))),
  embedding: (a) => stateOf(new nn.Embedding(number(a['num']), number(a['dim']))),
  conv1d: (a) => stateOf(new nn.Conv1d(number(a['in']), number(a['out']), number(a['kernel']))),
  kaiming_uniform_: (a) => flat(nn.init.kaimingUniform_(blank(a), kaiming(a))),
  kaiming_normal_: (a) => flat(nn.init.kaimingNormal_(blank(a), kaiming(a))),
  xavier_uniform_: (a) => flat(nn.init.xavierUniform_(blank(a), xavier(a))),
  xavier_normal_: (a) => flat(nn.init.xavierNormal_(blank(a), xavier(a))),
};

function drawOf(kind: string): Draw {
  const draw = Object.hasOwn(draws, kind) ? draws[kind] : undefined;
  if (draw === undefined) throw new Error(`unknown draw ${kind}`);
  return draw;
}

/** How exact a draw is: float32, integers and float64 uniforms to the bit. */
function toleranceOf({ kind, attrs, capability }: RandomCase): number {
  const normal = /normal|randn|exponential|sequence/.test(kind);
  if (!normal) return 0;
  if (capability === 'default') return LIBRARY_TOLERANCE_32;
  const double = attrs.dtype === 'float64' || JSON.stringify(attrs).includes('float64');
  return double ? LIBRARY_TOLERANCE : 0;
}

/** One case of a random file: seed, draw, compare. */
export function checkRandom(given: Case): void {
  const stored = given as RandomCase;
  const generator = random.manualSeed(BigInt(stored.seed));
  generator.capability = stored.capability ?? 'avx2';
  try {
    expectSame(drawOf(stored.kind)(stored.attrs), stored.expected, toleranceOf(stored));
  } finally {
    generator.capability = 'avx2';
  }
}
