import { RuntimeError } from '../core/errors.ts';
import { multiplyAdd } from './fma.ts';
import type { Generator } from './generator.ts';

/** Arrays that floating-point draws fill, in memory order. */
export type FloatArray = Float32Array | Float64Array;

/** Fills with uniforms in [0, 1): one word an element in float32, two in float64. */
export function fillUniform01(data: FloatArray, generator: Generator): void {
  const single = data instanceof Float32Array;
  for (let i = 0; i < data.length; i++) {
    data[i] = single ? generator.uniform32() : generator.uniform64();
  }
}

/**
 * Fills with uniforms in [low, high).
 *
 * @throws RuntimeError if low > high.
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.uniform_.html
 */
export function fillUniform(
  data: FloatArray,
  low: number,
  high: number,
  generator: Generator,
): void {
  if (!(low <= high)) {
    throw new RuntimeError(
      `uniform_ expects to return a [from, to) range, but found from=${low} > to=${high}`,
    );
  }
  const single = data instanceof Float32Array;
  const round = single ? Math.fround : (x: number) => x;
  const start = round(low);
  const width = round(round(high) - start);
  const scaled = multiplyAdd(single, generator.capability === 'avx2');
  fillUniform01(data, generator);
  for (let i = 0; i < data.length; i++) data[i] = scaled(data[i] as number, width, start);
}
