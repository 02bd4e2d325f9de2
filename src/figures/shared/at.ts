/** The entry of a list that cannot be missing; from the end for a negative index. Throws RangeError if it is. */
export function at<T>(list: readonly T[], index: number): T {
  const entry = list.at(index);
  if (entry === undefined)
    throw new RangeError(`at: no entry ${String(index)} in a list of ${String(list.length)}`);
  return entry;
}
