import type { Table } from '../shared/contract.ts';
import { below } from '../shared/worked.ts';
import type { Params, Result } from './experiment.ts';
import type { NetValues, Quantity } from './values.ts';

export function tables(_params: Params, { net }: Result): Table[] {
  return [
    {
      caption: 'Every parameter and its gradient, in float32, after both passes',
      columns: ['Parameter', 'Value', 'Gradient'],
      rows: parameterRows(net),
    },
    {
      caption: 'Every value on the way and the gradient that passes it, in float32',
      columns: ['Quantity', 'Value', 'Gradient'],
      rows: valueRows(net),
    },
  ];
}

type Row = Table['rows'][number];

const row = (name: string, { value, gradient }: Quantity): Row => [name, value, gradient];

/** In PyTorch's order and under its names, each with its letter. */
function parameterRows({ w, b, v, c }: NetValues): Row[] {
  return [
    ...w.flatMap((weights, j) =>
      weights.map((one, i) =>
        row(`layer1.weight[${String(j)}, ${String(i)}] = w${below(j + 1)}${below(i + 1)}`, one),
      ),
    ),
    ...b.map((one, j) => row(`layer1.bias[${String(j)}] = b${below(j + 1)}`, one)),
    ...v.map((one, j) => row(`layer2.weight[0, ${String(j)}] = v${below(j + 1)}`, one)),
    row('layer2.bias[0] = c', c),
  ];
}

function valueRows(net: NetValues): Row[] {
  return [
    ...(['x', 'z', 'a'] as const).flatMap((name) =>
      net[name].map((one, index) => row(`${name}${below(index + 1)}`, one)),
    ),
    row('ŷ', net.output),
    ['t (target)', net.target, null],
    ['L (loss)', net.loss, 1],
  ];
}
