import type { Table } from '../shared/contract.ts';
import type { Params, Result } from './experiment.ts';

export function tables(_params: Params, { updates, share, byRate }: Result): Table[] {
  return [
    {
      caption: 'One update of every parameter; values and gradients in float32',
      columns: ['Parameter', 'Current', 'Gradient', 'New value'],
      rows: updates.map(({ name, current, gradient, next }) => [name, current, gradient, next]),
    },
    {
      caption: 'What each parameter adds to the loss, as drawn',
      columns: ['w', 'w²'],
      rows: share.map(({ x, y }) => [x, y]),
    },
    {
      caption: 'Loss after the update for every learning rate',
      columns: ['Learning rate', 'Loss after'],
      rows: byRate.map(({ x, y }) => [x, y]),
    },
  ];
}
