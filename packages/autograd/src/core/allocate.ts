import type { Data, DType } from './dtype.ts';

/*
 * Small arrays are cut from blocks, each part of which is used once: to make one with memory of its own
 * takes longer than most loops over it (row f of the benchmark). A block lives as long as any of its parts.
 */
const BLOCK = 1 << 16;
const SMALL = BLOCK >> 3;
let block = new ArrayBuffer(0);
let used = 0;

const arrayTypes = {
  float32: Float32Array,
  float64: Float64Array,
  int64: Float64Array,
  bool: Uint8Array,
};

/** A zeroed array that holds `length` elements of `dtype`. */
export function allocate(dtype: DType, length: number): Data {
  const ArrayType = arrayTypes[dtype];
  const bytes = length * ArrayType.BYTES_PER_ELEMENT;
  // NaN too: it would be where all later arrays begin.
  if (!(bytes <= SMALL)) return new ArrayType(length);
  if (used + bytes > block.byteLength) {
    block = new ArrayBuffer(BLOCK);
    used = 0;
  }
  const array = new ArrayType(block, used, length);
  // The next one may have wider elements, which begin at multiples of 8 bytes.
  used += Math.ceil(bytes / 8) * 8;
  return array;
}
