/** Whether operations are being recorded. Read it; change it only through the functions below. */
export let gradEnabled = true;

export function isGradEnabled(): boolean {
  return gradEnabled;
}

function withGradMode<Result>(mode: boolean, body: () => Result): Result {
  const before = gradEnabled;
  gradEnabled = mode;
  try {
    return body();
  } finally {
    gradEnabled = before;
  }
}

/** Runs `body` without recording, as `with torch.no_grad()`. The mode before is restored even if it throws. */
export function noGrad<Result>(body: () => Result): Result {
  return withGradMode(false, body);
}

/** Runs `body` recording, as `with torch.enable_grad()`. */
export function enableGrad<Result>(body: () => Result): Result {
  return withGradMode(true, body);
}

/** Sets the mode and returns the one before; for the engine, which restores it itself. */
export function switchGradMode(mode: boolean): boolean {
  const before = gradEnabled;
  gradEnabled = mode;
  return before;
}
