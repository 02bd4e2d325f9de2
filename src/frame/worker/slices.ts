import type { Work } from '../../figures/shared/contract.ts';

export interface Watch {
  /** Told how far the work is, from 0 to 1. */
  onprogress?: ((share: number) => void) | undefined;
  /** Calls the work off: the promise is then rejected with its reason. */
  signal?: AbortSignal | undefined;
}

/** Lets everything else that waits have its turn. */
const rest = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** Does the work in slices of about `length` milliseconds and rests after each. */
export async function inSlices<Result>(
  work: Work<Result>,
  length: number,
  { onprogress, signal }: Watch = {},
): Promise<Result> {
  try {
    for (;;) {
      const end = performance.now() + length;
      let turn = work.next();
      while (turn.done !== true && performance.now() < end) turn = work.next();
      if (turn.done === true) return turn.value;
      onprogress?.(turn.value);
      await rest();
      signal?.throwIfAborted();
    }
  } finally {
    // Work that was called off still puts back what it changed. The value is never read.
    work.return(undefined as Result);
  }
}
