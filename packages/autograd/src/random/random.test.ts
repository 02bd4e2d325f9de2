import { expect, test } from 'vitest';
import { fillBernoulli, fillIntegers, fillPermutation } from './discrete.ts';
import { fma32, fma64 } from './fma.ts';
import { randint, randperm } from './draw.ts';
import { Generator, manualSeed, defaultGenerator } from './generator.ts';
import { exponential_ } from './in-place.ts';
import { ones } from '../index.ts';
import { fillNormal } from './normal.ts';
import { fillUniform, fillUniform01 } from './uniform.ts';

const seeded = (seed: number | bigint) => new Generator().manualSeed(seed);

const average = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

test('seed 0 starts the stream of the reference Mersenne Twister', () => {
  const generator = seeded(0);
  expect([generator.uint32(), generator.uint32()]).toEqual([2357136044, 2546248239]);
});

test('only the low 32 bits of a seed count, and a negative one wraps at 2⁶⁴', () => {
  const first = seeded(2 ** 32 - 1).uint32();
  expect(seeded(-1).uint32()).toBe(first);
  expect(seeded(2 ** 53 - 1).uint32()).toBe(first);
  expect(() => seeded(2n ** 64n)).toThrow('Overflow when unpacking long');
});

test('manualSeed restarts the default generator', () => {
  manualSeed(7);
  const first = defaultGenerator().uint32();
  expect(manualSeed(7).uint32()).toBe(first);
  expect(defaultGenerator().initialSeed()).toBe(7);
});

test('a fused multiply and add rounds once where two roundings differ', () => {
  // (1 + 2⁻¹²)² − 1 in float32: the square alone would lose its last term.
  expect(fma32(1 + 2 ** -12, 1 + 2 ** -12, -1)).toBe(2 ** -11 + 2 ** -24);
  expect(fma64(1 + 2 ** -30, 1 + 2 ** -30, -1)).toBe(2 ** -29 + 2 ** -60);
  // Just above a tie of float32: rounding to double first would land on the tie.
  expect(fma32(1 + 2 ** -23, 2 ** -24, 1)).toBe(1 + 2 ** -23);
  expect(fma32(-1 - 2 ** -23, 2 ** -24, -1)).toBe(-1 - 2 ** -23);
  expect(fma32(Infinity, 1, 0)).toBe(Infinity);
});

test('a normal left over from an odd draw comes first in the next, across other draws', () => {
  const together = new Float64Array(4);
  fillNormal(together, 0, 1, seeded(3));
  const generator = seeded(3);
  const apart = new Float64Array(3);
  fillNormal(apart, 0, 1, generator);
  fillUniform01(new Float32Array(2), generator);
  const last = new Float64Array(1);
  fillNormal(last, 0, 1, generator);
  expect([...apart, ...last]).toEqual([...together]);
});

test('normals of either path have the mean and spread asked for', () => {
  for (const data of [new Float32Array(20001), new Float64Array(20001)]) {
    fillNormal(data, 2, 0.5, seeded(11));
    const mean = average([...data]);
    const variance = average([...data].map((x) => (x - mean) ** 2));
    expect(mean).toBeCloseTo(2, 1);
    expect(variance).toBeCloseTo(0.25, 2);
  }
});

test('uniforms stay in their range and refuse an empty one', () => {
  const data = new Float32Array(1000);
  fillUniform(data, -0.5, 0.25, seeded(5));
  expect(data.every((x) => x >= -0.5 && x <= 0.25)).toBe(true);
  expect(() => {
    fillUniform(data, 1, 0, seeded(5));
  }).toThrow('found from=1 > to=0');
});

test('a permutation holds every index once', () => {
  const order = new Float64Array(50);
  fillPermutation(order, seeded(9));
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
});

test('integers stay below the upper bound, also beyond 32 bits', () => {
  const data = new Float64Array(100);
  fillIntegers(data, -3, 2 ** 40, seeded(1));
  expect(data.every((x) => Number.isInteger(x) && x >= -3 && x < 2 ** 40)).toBe(true);
  expect(() => {
    fillIntegers(data, 2, 2, seeded(1));
  }).toThrow('from=2 >= to=2');
});

test('probabilities outside [0, 1] and negative spreads are refused', () => {
  expect(() => {
    fillBernoulli(new Float64Array(1), 1.5, seeded(0));
  }).toThrow('got p=1.5');
  expect(() => {
    fillNormal(new Float64Array(1), 0, -1, seeded(0));
  }).toThrow('found std -1');
});

test('drawn whole numbers may be floating and want gradients', () => {
  const options = { dtype: 'float64', requiresGrad: true } as const;
  for (const x of [randint(0, 3, [2], options), randperm(3, options)]) {
    expect([x.dtype, x.requiresGrad]).toEqual(['float64', true]);
  }
  expect(() => randperm(3, { requiresGrad: true })).toThrow('floating point');
});

test('exponential numbers do not go into a tensor of whole numbers', () => {
  expect(() => exponential_(ones([2], { dtype: 'int64' }))).toThrow(
    `"exponential_cpu" not implemented for 'Long'`,
  );
});
