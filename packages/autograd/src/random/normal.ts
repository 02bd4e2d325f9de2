import { RuntimeError } from '../core/errors.ts';
import { multiplyAdd } from './fma.ts';
import type { Generator } from './generator.ts';
import { fillUniform01, type FloatArray } from './uniform.ts';
import { vectorLog, vectorSinCos } from './vector-math.ts';

/** Draws of at least this many elements take the vector path. */
const VECTOR = 16;

/** A standard normal; the other one of its pair waits in the generator. */
function oneNormal(generator: Generator): number {
  const cached = generator.cachedNormal;
  if (cached !== undefined) {
    generator.cachedNormal = undefined;
    return cached;
  }
  const angle = 2 * Math.PI * generator.uniform64();
  const radius = Math.sqrt(-2 * Math.log(1 - generator.uniform64()));
  generator.cachedNormal = radius * Math.sin(angle);
  return radius * Math.cos(angle);
}

/** Turns 16 uniforms from `offset` on into normals: pairs are 8 apart (Box and Muller, 1958). */
function normals16(
  data: FloatArray,
  offset: number,
  mean: number,
  std: number,
  fused: boolean,
): void {
  const single = data instanceof Float32Array;
  const round = single ? Math.fround : (x: number) => x;
  const vector = single && fused;
  const scaled = multiplyAdd(single, fused);
  const turn = vector ? round(2 * Math.PI) : 2 * Math.PI;
  for (let j = offset; j < offset + 8; j++) {
    const u = round(1 - (data[j] as number));
    const log = vector ? vectorLog(u) : round(Math.log(u));
    const radius = round(Math.sqrt(-2 * log));
    const angle = round(turn * (data[j + 8] as number));
    const [sin, cos] = vector
      ? vectorSinCos(angle)
      : [round(Math.sin(angle)), round(Math.cos(angle))];
    data[j] = scaled(round(radius * cos), round(std), round(mean));
    data[j + 8] = scaled(round(radius * sin), round(std), round(mean));
  }
}

/**
 * Fills with normals of the given mean and standard deviation. Fewer than 16 elements are drawn
 * one by one in double precision; more are made from whole blocks of 16 uniforms, the last block
 * drawn again when it would be incomplete.
 *
 * @throws RuntimeError if std < 0.
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.normal_.html
 */
export function fillNormal(
  data: FloatArray,
  mean: number,
  std: number,
  generator: Generator,
): void {
  if (!(std >= 0)) throw new RuntimeError(`normal expects std >= 0.0, but found std ${std}`);
  const fused = generator.capability === 'avx2';
  const size = data.length;
  if (size < VECTOR) {
    const scaled = multiplyAdd(false, fused);
    for (let i = 0; i < size; i++) data[i] = scaled(oneNormal(generator), std, mean);
    return;
  }
  fillUniform01(data, generator);
  for (let i = 0; i + VECTOR <= size; i += VECTOR) normals16(data, i, mean, std, fused);
  if (size % VECTOR !== 0) {
    fillUniform01(data.subarray(size - VECTOR), generator);
    normals16(data, size - VECTOR, mean, std, fused);
  }
}
