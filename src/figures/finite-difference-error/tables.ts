import { formatted } from '../shared/format.ts';
import type { Table } from '../shared/contract.ts';
import type { Params, Result } from './experiment.ts';

export function tables({ dtype }: Params, { errors, exact, reference }: Result): Table[] {
  return [
    {
      caption:
        exact === null && reference !== null
          ? `There is no derivative: distance of each method from PyTorch’s answer ${formatted(reference)} for every h, in ${dtype}`
          : `Error of each method for every h, in ${dtype}; zeros have no place on a log scale`,
      columns: ['h', 'Forward', 'Central', 'Complex step'],
      rows: errors.map((row) => [row.h, row.forward, row.central, row.complexStep]),
    },
  ];
}
