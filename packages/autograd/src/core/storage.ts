import { type Data, type DType, allocate } from './dtype.ts';

/** Memory that a tensor and its views share. `version` counts the changes made in place. */
export class Storage {
  readonly data: Data;
  version = 0;

  constructor(data: Data) {
    this.data = data;
  }

  static of(dtype: DType, values: ArrayLike<number>): Storage {
    const data = allocate(dtype, values.length);
    data.set(values);
    return new Storage(data);
  }
}
