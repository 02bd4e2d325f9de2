/** Refuses parameters that are no numbers, before they reach a tensor. Throws RangeError. */
export function requireFinite(experiment: string, params: object): void {
  for (const [name, value] of Object.entries(params))
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new RangeError(`${experiment}: ${name} must be finite, got ${String(value)}`);
}

/** A number as a result keeps it: null where there is none. */
export function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
