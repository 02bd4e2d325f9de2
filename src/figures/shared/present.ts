/** A result that exists at this place. Throws RangeError where it does not. */
export function present<T>(value: T | null): T {
  if (value === null) throw new RangeError('present: there is no such value here');
  return value;
}
