import { RuntimeError } from '../core/errors.ts';
import { fma64 } from './fma.ts';
import type { Capability, Generator } from './generator.ts';
import { normals16Float32 } from './normal32.ts';
import { fillUniform01, type FloatArray } from './uniform.ts';

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

function normals16Float64(
  data: Float64Array,
  offset: number,
  mean: number,
  std: number,
  capability: Capability,
): void {
  const scale = (z: number) => (capability === 'avx2' ? fma64(z, std, mean) : z * std + mean);
  for (let j = offset; j < offset + 8; j++) {
    const radius = Math.sqrt(-2 * Math.log(1 - (data[j] as number)));
    const angle = 2 * Math.PI * (data[j + 8] as number);
    data[j] = scale(radius * Math.cos(angle));
    data[j + 8] = scale(radius * Math.sin(angle));
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
  const { capability } = generator;
  const size = data.length;
  if (size < VECTOR) {
    for (let i = 0; i < size; i++) {
      const z = oneNormal(generator);
      data[i] = capability === 'avx2' ? fma64(z, std, mean) : z * std + mean;
    }
    return;
  }
  const block = (offset: number) => {
    if (data instanceof Float32Array) normals16Float32(data, offset, mean, std, capability);
    else normals16Float64(data, offset, mean, std, capability);
  };
  fillUniform01(data, generator);
  for (let i = 0; i + VECTOR <= size; i += VECTOR) block(i);
  if (size % VECTOR !== 0) {
    fillUniform01(data.subarray(size - VECTOR), generator);
    block(size - VECTOR);
  }
}
