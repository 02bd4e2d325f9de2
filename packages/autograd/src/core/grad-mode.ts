import { kindOf } from './check.ts';

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
  if (typeof body !== 'function') {
    throw new TypeError(
      `${mode ? 'enableGrad' : 'noGrad'}(): argument 'body' must be function, not ${kindOf(body)}`,
    );
  }
  const before = switchGradMode(mode);
  try {
    const result = body();
    if (result instanceof Promise) refusePromise(mode, result);
    return result;
  } finally {
    gradEnabled = before;
  }
}

/** The mode is one for all code: what runs between the parts of an asynchronous function would have it too. */
function refusePromise(mode: boolean, promise: Promise<unknown>): never {
  // Whatever else goes wrong in it is told by the error below.
  promise.catch(() => undefined);
  throw new TypeError(
    `${mode ? 'enableGrad' : 'noGrad'}(): argument 'body' must be a function that ends when it returns, not an ` +
      'async one: what follows its first await would run in another mode',
  );
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
