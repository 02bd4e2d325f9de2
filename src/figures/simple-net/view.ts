import type { Role } from '../shared/contract.ts';
import { digits } from '../shared/worked.ts';
import type { Result } from './experiment.ts';
import type { Unit } from './stages.ts';
import type { Quantity } from './values.ts';

export interface Line {
  text: string;
  role?: Role;
}

/** What can be seen of the network at one stage. Names are those of the stages: "z1", "w12", "∂z1". */
export function viewOf({ known, now, dead }: Pick<Result, 'known' | 'now' | 'dead'>) {
  const seen = new Set(known);
  const given = new Set(now?.gives);
  const needed = new Set(now?.needs);
  return {
    isGiven: (name: string) => given.has(name),
    /** The gradient has passed this value on its way back. */
    isPassed: (name: string) => seen.has(`∂${name}`),
    isDead: (unit: Unit) => dead.includes(unit + 1) && seen.has(`a${String(unit + 1)}`),
    /** A weight takes part in this step: it is read, or receives its gradient. */
    isWeighed: (name: string) => given.has(`∂${name}`) || needed.has(name),

    stateOf: (name: string) => {
      if (given.has(name) || given.has(`∂${name}`)) return 'active' as const;
      return seen.has(name) ? undefined : ('waiting' as const);
    },
    value: (name: string, value: number): Line =>
      seen.has(name) ? { text: digits(value) } : { text: '?', role: 'soft' },
    gradient: (name: string, gradient: number): Line =>
      seen.has(`∂${name}`)
        ? { text: `∂ ${digits(gradient)}`, role: 'gradient' }
        : { text: '∂ ?', role: 'soft' },
    weight: (name: string, { value, gradient }: Quantity): Line[] => {
      const line: Line = { text: digits(value), role: 'input' };
      if (!seen.has(`∂${name}`)) return [line];
      return [line, { text: `∂ ${digits(gradient)}`, role: 'gradient' }];
    },
  };
}

export type View = ReturnType<typeof viewOf>;
