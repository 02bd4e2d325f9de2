export interface OncePerFrame {
  /** Has it done now, or in the next frame where it was done in this one already. */
  ask: () => void;
  /** Does at once what waits for the next frame. */
  flush: () => void;
}

/** Does a task at most once an animation frame. However fast it is asked for, the last is never lost. */
export function oncePerFrame(
  task: () => void,
  nextFrame: (turn: () => void) => void = (turn) => requestAnimationFrame(turn),
): OncePerFrame {
  let done = false;
  let waiting = false;

  const flush = (): void => {
    if (!waiting) return;
    waiting = false;
    task();
  };

  const turn = (): void => {
    done = waiting;
    if (waiting) nextFrame(turn);
    flush();
  };

  const ask = (): void => {
    waiting = true;
    if (done) return;
    done = true;
    nextFrame(turn);
    flush();
  };

  return { ask, flush };
}
