import type { Table } from '../shared/contract.ts';
import type { Params, Result } from './experiment.ts';
import { formulas } from './formulas.ts';

export function tables(_params: Params, { lines, paths }: Result): Table[] {
  return [chainTable(lines), pathTable(paths)];
}

const chainTable = (lines: Result['lines']): Table => ({
  caption:
    'The chain: values, changes and predictions in float64, local derivatives by autograd in float32',
  columns: ['Quantity', 'Value', 'Local derivative', 'Change', 'Predicted change'],
  rows: lines.map(({ name, value, slope, change, predicted }) => [
    name === 'x' ? name : `${name} = ${formulas[name]}`,
    value,
    slope,
    change,
    predicted,
  ]),
});

const pathTable = ({ through, sum }: Result['paths']): Table => ({
  caption: 'Two paths from x to p = u · q, in float32',
  columns: ['Path', 'Derivative at x', 'Derivative at p', 'Product'],
  rows: [
    ...through.map(({ name, slopes: [into, out], product }) => [
      `through ${name}`,
      out,
      into,
      product,
    ]),
    ['sum', null, null, sum],
  ],
});
