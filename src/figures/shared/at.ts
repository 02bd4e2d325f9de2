/** The entry of a list that cannot be missing; a negative index counts from the end. Throws RangeError where there is none. */
export function at<T>(list: readonly T[], index: number): T {
  if (index < -list.length || index >= list.length || !Number.isInteger(index))
    throw new RangeError(`at: no entry ${String(index)} in a list of ${String(list.length)}`);
  return list.at(index) as T;
}
