import { at } from '../shared/at.ts';
import type { Table } from '../shared/contract.ts';
import type { Params, Result } from './experiment.ts';
import { pretty } from './rules.ts';

/** The graph of the mode chosen after one whole pass, whatever the stage. */
export function tables(_params: Params, { nodes, edges }: Result): Table[] {
  return [
    {
      caption: 'Every node, with the gradient of one backward pass',
      columns: ['Node', 'Operation', 'Value', 'Saves', 'Gradient'],
      rows: nodes.map(({ name, op, value, saved, gradient, recorded }) => [
        pretty(name),
        recorded ? op : 'not recorded',
        value,
        recorded ? saved.join(', ') : '',
        gradient,
      ]),
    },
    {
      caption: 'Every use of a value: upstream times local is what comes back along it',
      columns: ['Node', 'Used by', 'Value', 'Upstream', 'Local', 'Gradient'],
      rows: edges.map(({ from, to, local, sent }) => [
        pretty(at(nodes, from).name),
        `${at(nodes, to).op}: ${pretty(at(nodes, to).name)}`,
        at(nodes, from).value,
        at(nodes, to).gradient,
        local,
        sent,
      ]),
    },
  ];
}
