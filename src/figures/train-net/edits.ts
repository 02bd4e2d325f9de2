/**
 * Weights that a reader changed by hand, as the text that stands in the address: `20_1.3.2_-0.5` sets
 * the weight of layer 1 that leads into its unit 3 from input 2 to −0.5 when 20 steps are taken.
 */

import type { Reading } from './own-points.ts';

export interface Edit {
  /** When this many steps are taken. */
  step: number;
  /** Counted from 1; the output is the last. */
  layer: number;
  /** The unit it leads into, counted from 1. */
  unit: number;
  /** The unit or input it comes from, counted from 1; 0 is the bias. */
  from: number;
  value: number;
}

export const mostEdits = 50;
export const largestWeight = 1e6;

const pattern = /^(\d{1,4})_(\d)\.(\d{1,2})\.(\d{1,2}|bias)_(-?\d{1,7}(?:\.\d{1,6})?)$/;

/** The edits of a text, or what is wrong with it, in words that follow its quotation. */
export function readEdits(text: string): Reading<Edit> {
  const parts = text === '' ? [] : text.split('~');
  if (parts.length > mostEdits) return { problem: `has more than ${String(mostEdits)} edits` };
  const entries: Edit[] = [];
  for (const part of parts) {
    const match = pattern.exec(part);
    if (!match) return { problem: 'is no list of edits such as 20_1.3.2_-0.5' };
    const [, step, layer, unit, from, value] = match;
    if (Math.abs(Number(value)) > largestWeight)
      return { problem: `has a weight beyond ${String(largestWeight)}` };
    entries.push({
      step: Number(step),
      layer: Number(layer),
      unit: Number(unit),
      from: from === 'bias' ? 0 : Number(from),
      value: Number(value),
    });
  }
  return { entries };
}

/** Never with an exponent, which the pattern does not know. */
const digits = (value: number): string => {
  const within = Math.max(-largestWeight, Math.min(value, largestWeight));
  return within
    .toFixed(6)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0');
};

const write = ({ step, layer, unit, from, value }: Edit): string =>
  `${String(step)}_${String(layer)}.${String(unit)}.${from === 0 ? 'bias' : String(from)}_${digits(value)}`;

export const writeEdits = (edits: readonly Edit[]): string => edits.map(write).join('~');

const isSamePlace = (a: Edit, b: Edit): boolean =>
  a.step === b.step && a.layer === b.layer && a.unit === b.unit && a.from === b.from;

/** The text with one more edit; one of the same weight at the same step is replaced. */
export function withEdit(text: string, edit: Edit): string {
  const { entries = [] } = readEdits(text);
  const others = entries.filter((other) => !isSamePlace(other, edit));
  return writeEdits([...others, edit].slice(-mostEdits).sort((a, b) => a.step - b.step));
}
