import type { Table } from '../shared/contract.ts';
import type { Params, Result } from './experiment.ts';

export function tables(_: Params, result: Result): Table[] {
  return [norms(result), histogram(result)];
}

const norms = ({ path, input, theory }: Result): Table => ({
  caption: 'Norms by layer, in float64, and what theory says of wide layers',
  columns: [
    'Layer',
    '‖gradient‖',
    '‖activation‖',
    '‖∂loss/∂W‖',
    'after clipping',
    'Theory: ‖gradient‖',
    'Theory: ‖activation‖',
    'Saturated',
    'Dead units',
  ],
  rows: [
    [0, null, input, null, null, null, theory.output[0]?.y ?? null, null, null],
    ...path.map((norms) => [
      norms.layer,
      norms.gradient,
      norms.output,
      norms.weightGradient,
      norms.clipped,
      theory.gradient[norms.layer - 1]?.y ?? null,
      theory.output[norms.layer]?.y ?? null,
      norms.saturated,
      norms.dead,
    ]),
  ],
});

function histogram({ histogram: { range, shares }, layer }: Result): Table {
  const part = (range.max - range.min) / shares.length;
  return {
    caption: `The activations of layer ${String(layer)}: what share lies between two values`,
    columns: ['From', 'To', 'Share'],
    rows: shares.map((value, i) => [range.min + i * part, range.min + (i + 1) * part, value]),
  };
}
