import { splitExponent } from './tick-label.ts';

/** Size of all text in a chart, in pixels. */
export const fontSize = 12;
export const exponentSize = 9;

export const lineHeight = 14;

/** The font of a chart's texts, as Chart.js takes it; names are heavier than numbers. */
export const chartFont = (family: string, weight = 400) => ({
  family,
  weight,
  size: fontSize,
  lineHeight: `${String(lineHeight)}px`,
});

const narrow = new Set(" .,:;'’|!ijl·()");
const wide = new Set('mwMW%∂∇');

/**
 * Width of a line in Inter, in pixels, to a few percent. Layout needs it where there is no canvas
 * to measure with, and a layout that is a pure function is the same on the server.
 */
export function textWidth(text: string, size: number = fontSize): number {
  let width = 0;
  for (const character of text)
    width += narrow.has(character) ? 0.3 : wide.has(character) ? 0.88 : 0.62;
  return width * size;
}

/** Width of a tick's label, whose exponent is smaller. */
export function tickWidth(label: string): number {
  const { text, exponent } = splitExponent(label);
  return textWidth(text) + (exponent ? textWidth(exponent, exponentSize) + 1 : 0);
}
