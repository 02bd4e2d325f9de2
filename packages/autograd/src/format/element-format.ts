import { formatNumber } from './number-format.ts';
import type { PrintOptions } from './print-options.ts';

/** Writes elements of one tensor to a common width. */
export interface ElementFormat {
  readonly width: number;
  readonly write: (value: number) => string;
}

function aligned(width: number, text: (value: number) => string): ElementFormat {
  return { width, write: (value) => text(value).padStart(width) };
}

function widest(values: readonly number[], text: (value: number) => string): number {
  return values.reduce((width, value) => Math.max(width, text(value).length), 1);
}

/** Whether the spread of the values asks for scientific notation. */
function needsExponents(values: readonly number[], allWhole: boolean): boolean {
  const sizes = Float64Array.from(values, Math.abs).sort();
  const smallest = sizes[0] as number;
  const largest = sizes.at(-1) as number;
  return largest / smallest > 1000 || largest > 1e8 || (!allWhole && smallest < 1e-4);
}

/** One format for floating-point values, chosen from those that are finite and not zero. */
export function floatFormat(values: readonly number[], options: PrintOptions): ElementFormat {
  const { precision, sciMode } = options;
  const whole = (value: number) => formatNumber(value, '.0f') + (Number.isFinite(value) ? '.' : '');
  const fixed = (value: number) => formatNumber(value, `.${precision}f`);
  const scientific = (value: number) => formatNumber(value, `.${precision}e`);

  const typical = values.filter((value) => Number.isFinite(value) && value !== 0);
  if (typical.length === 0) return aligned(1, sciMode === true ? scientific : whole);
  const allWhole = typical.every(Number.isInteger);
  const plain = allWhole ? whole : fixed;
  const exponents = needsExponents(typical, allWhole);
  // The width is measured before an option overrides the notation, as PyTorch does.
  const width = widest(typical, exponents ? scientific : plain);
  return aligned(width, (sciMode ?? exponents) ? scientific : plain);
}

/** Integers and booleans, written as Python writes them. */
export function exactFormat(values: readonly number[], bool: boolean): ElementFormat {
  const text = bool ? (value: number) => (value === 0 ? 'False' : 'True') : String;
  return aligned(widest(values, text), text);
}
