/**
 * A mix of two colours, `share` of the second: exact, where many faint layers would each be rounded
 * to whole channel values. Reads what tokens and computed styles hold: #rgb, #rrggbb and rgb().
 */
export function mix(first: string, second: string, share: number): string {
  const from = channels(first);
  const to = channels(second);
  const between = (i: 0 | 1 | 2): number => Math.round(from[i] + (to[i] - from[i]) * share);
  const mixed = [between(0), between(1), between(2)];
  return `rgb(${mixed.join(', ')})`;
}

/** A colour that lets what lies under it through: `share` of 1 is opaque. */
export function fade(colour: string, share: number): string {
  return `rgba(${channels(colour).join(', ')}, ${String(share)})`;
}

function channels(colour: string): [red: number, green: number, blue: number] {
  const [, hex] = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour) ?? [];
  const [, list] = /^rgb\(([\d\s.,]+)\)$/.exec(colour) ?? [];
  const found = hex
    ? hexadecimal(hex)
    : (list
        ?.trim()
        .split(/[\s,]+/)
        .map(Number) ?? []);
  const [red, green, blue, ...more] = found;
  if (red === undefined || green === undefined || blue === undefined || more.length > 0) {
    throw new Error(`mix: expected a #rrggbb or rgb() colour, got ${colour}`);
  }
  return [red, green, blue];
}

function hexadecimal(digits: string): number[] {
  const width = digits.length / 3;
  return [0, 1, 2].map((i) => {
    const channel = digits.slice(i * width, (i + 1) * width);
    return parseInt(width === 1 ? channel + channel : channel, 16);
  });
}
