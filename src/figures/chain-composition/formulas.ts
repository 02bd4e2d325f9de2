import type { Name } from './chain.ts';

/** What each quantity is computed by; nothing for x. */
export const formulas: Record<Name, string> = { x: '', h: 'x²', g: 'h + 1', f: 'g³' };

/** The derivative that leads to a quantity: its name, and its formula where that is no plain number. */
export const links: Record<Name, { name: string; formula: string }> = {
  x: { name: '', formula: '' },
  h: { name: 'dh/dx', formula: '2x' },
  g: { name: 'dg/dh', formula: '' },
  f: { name: 'df/dg', formula: '3g²' },
};
