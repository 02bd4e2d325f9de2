/** Errors carry the names that PyTorch's have in Python, so that programs and lessons read alike. */
export class RuntimeError extends Error {
  override readonly name: string = 'RuntimeError';
}

export class ValueError extends Error {
  override readonly name: string = 'ValueError';
}

export class IndexError extends Error {
  override readonly name: string = 'IndexError';
}

/** A factorisation that does not exist, as `torch.linalg.LinAlgError`. */
export class LinAlgError extends RuntimeError {
  override readonly name: string = '_LinAlgError';
}
