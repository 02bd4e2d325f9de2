import type { Data } from './dtype.ts';

/** Memory that a tensor and its views share. `version` counts the changes made in place. */
export class Storage {
  readonly data: Data;
  version = 0;

  constructor(data: Data) {
    this.data = data;
  }
}
