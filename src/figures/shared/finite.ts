/** Refuses parameters that are no numbers, before they reach a tensor. Throws RangeError. */
export function requireFinite(experiment: string, params: object): void {
  for (const [name, value] of Object.entries(params))
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new RangeError(`${experiment}: ${name} must be finite, got ${String(value)}`);
}
