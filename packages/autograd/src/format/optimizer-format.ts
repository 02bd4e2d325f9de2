import { floatRepr } from './python-float.ts';

const WORDS: Readonly<Record<string, string>> = { true: 'True', false: 'False', null: 'None' };

/** What is printed of an optimiser. */
export interface PrintableOptimizer {
  readonly paramGroups: readonly object[];
}

/** An option as Python writes it; of whole numbers JavaScript cannot tell 1 from 1.0. */
function optionText(value: unknown): string {
  if (Array.isArray(value)) return `(${value.map(optionText).join(', ')})`;
  if (typeof value === 'number' && !Number.isInteger(value)) return floatRepr(value);
  return WORDS[String(value)] ?? String(value);
}

/**
 * The groups of an optimiser with their options, as PyTorch prints them, but for the options that choose
 * between PyTorch's implementations (foreach, fused, capturable, differentiable).
 */
export function formatOptimizer({
  constructor: { name },
  paramGroups,
}: PrintableOptimizer): string {
  const groups = paramGroups.map((group, i) => {
    const options = Object.entries(group).filter(([option]) => option !== 'params');
    const lines = options.map(([option, value]) => {
      const snakeCase = option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      return `    ${snakeCase}: ${optionText(value)}\n`;
    });
    return `Parameter Group ${i}\n${lines.sort().join('')}`;
  });
  return `${name} (\n${groups.join('\n')})`;
}
