import { at } from '../shared/at.ts';
import type { Table } from '../shared/contract.ts';
import { type Params, type Result, inputsOf } from './experiment.ts';
import { inputName } from './describe.ts';

export function tables(params: Params, result: Result): Table[] {
  return [gradientTable(params, result), partsTable(params, result)];
}

const gradientTable = (params: Params, { explained, gradient }: Result): Table => ({
  caption: `Each input and the gradient of the ${explained.toLowerCase()}, in float32`,
  columns: ['Input', 'Value', 'Gradient', '|Gradient|'],
  rows: inputsOf(params).map((value, i) => {
    const slope = at(gradient, i);
    return [inputName(i), value, slope, Math.abs(slope)];
  }),
});

const partsTable = (params: Params, { explained, gradient, ...result }: Result): Table => ({
  caption: `Other answers, as parts of the ${explained.toLowerCase()}, in float32`,
  columns: ['Input', 'Gradient · input', 'Lost when replaced by 0', 'Integrated gradient'],
  rows: inputsOf(params).map((value, i) => [
    inputName(i),
    at(gradient, i) * value,
    at(result.replaced, i),
    at(result.integrated, i),
  ]),
});
