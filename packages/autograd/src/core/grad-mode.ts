/** Whether operations are being recorded. Read it; change it only through the functions below. */
export let gradEnabled = true;

/**
 * Whether operations are being recorded: true unless turned off, as by `noGrad`.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.is_grad_enabled.html
 */
export function isGradEnabled(): boolean {
  return gradEnabled;
}

function withGradMode<Result>(mode: boolean, body: () => Result): Result {
  const before = switchGradMode(mode);
  try {
    return body();
  } finally {
    gradEnabled = before;
  }
}

/**
 * What `body` returns, run without recording, as `with torch.no_grad()`. The mode before is restored even if
 * it throws.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.no_grad.html
 */
export function noGrad<Result>(body: () => Result): Result {
  return withGradMode(false, body);
}

/**
 * What `body` returns, run recording, as `with torch.enable_grad()`, for inside `noGrad`.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.enable_grad.html
 */
export function enableGrad<Result>(body: () => Result): Result {
  return withGradMode(true, body);
}

/** Sets the mode and returns the one before; for the engine, which restores it itself. */
export function switchGradMode(mode: boolean): boolean {
  const before = gradEnabled;
  gradEnabled = mode;
  return before;
}
