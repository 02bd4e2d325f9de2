/** The item at an index, counted from the end if negative. Throws RangeError where there is none. */
export function at<T>(items: readonly T[], index: number): T {
  const place = index < 0 ? items.length + index : index;
  if (!(place in items)) {
    throw new RangeError(`at: no item ${String(index)} among ${String(items.length)}`);
  }
  return items[place] as T;
}
