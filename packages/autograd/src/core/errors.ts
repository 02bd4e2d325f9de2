/**
 * An operation that cannot be done: shapes, dtypes or a graph that do not allow it.
 * Errors carry the names that PyTorch's have in Python, so that programs and lessons read alike.
 */
export class RuntimeError extends Error {
  /** The name in Python, which `String(error)` begins with. */
  override readonly name: string = 'RuntimeError';
}

/** A value that an argument may not have, such as a probability of 2. */
export class ValueError extends Error {
  /** The name in Python, which `String(error)` begins with. */
  override readonly name: string = 'ValueError';
}

/** A dimension or an index out of range. */
export class IndexError extends Error {
  /** The name in Python, which `String(error)` begins with. */
  override readonly name: string = 'IndexError';
}

/** A number that stands outside of what it counts in. */
export class AssertionError extends Error {
  /** The name in Python, which `String(error)` begins with. */
  override readonly name: string = 'AssertionError';
}

/** A factorisation or an inverse that does not exist, as `torch.linalg.LinAlgError`. */
export class LinAlgError extends RuntimeError {
  /** The name in Python, which `String(error)` begins with. */
  override readonly name: string = '_LinAlgError';
}
