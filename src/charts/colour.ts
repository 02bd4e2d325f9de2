/**
 * A mix of two colours, `share` of the second: exact, where many faint layers would each be rounded
 * to whole channel values. Reads what tokens and computed styles hold: #rgb, #rrggbb and rgb().
 */
export function mix(first: string, second: string, share: number): string {
  const from = channels(first);
  const to = channels(second);
  const mixed = from.map((value, i) => Math.round(value + ((to[i] ?? value) - value) * share));
  return `rgb(${mixed.join(', ')})`;
}

function channels(colour: string): number[] {
  const [, hex] = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour) ?? [];
  if (hex) {
    const pairs = hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g);
    return (pairs ?? []).map((pair) => parseInt(pair, 16));
  }
  const [, list] = /^rgb\(([\d\s.,]+)\)$/.exec(colour) ?? [];
  const found = list?.split(/[\s,]+/).map(Number) ?? [];
  if (found.length !== 3) throw new Error(`mix: expected a #rrggbb or rgb() colour, got ${colour}`);
  return found;
}
