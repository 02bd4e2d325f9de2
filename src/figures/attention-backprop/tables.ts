import { at } from '../shared/at.ts';
import type { Table } from '../shared/contract.ts';
import type { Matrix, Params, Result } from './experiment.ts';
import { type Part, headsOf, values } from './parts.ts';

export function tables(_: Params, result: Result): Table[] {
  return [
    {
      caption: 'Each gradient by hand and by autograd, in float64: its entry of the largest size',
      columns: ['Gradient', 'Formula', 'By hand', 'Autograd', 'Largest difference'],
      rows: result.checks.map(({ part, formula, byHand, autograd, difference }) => [
        ...[part, formula],
        ...[byHand, autograd, difference],
      ]),
    },
    {
      caption: 'Scores and weights: the row’s token asks, the column’s answers',
      columns: ['Asks', 'Answers', 'Score S', 'Masked score', 'Weight A', '∂loss/∂A', '∂loss/∂S'],
      rows: attentionRows(result),
    },
    {
      caption: 'Every value and its gradient, in float64',
      columns: ['Entry', 'Value', '∂loss/∂entry'],
      rows: values.flatMap((part) => {
        const gradients = result.matrices[`d${part}`];
        return entries(result.matrices[part], part, result).map(([name, value, i, j]) => [
          ...[name, value],
          at(at(gradients, i), j),
        ]);
      }),
    },
  ];
}

function attentionRows({ task: { tokens }, matrices }: Result): Table['rows'] {
  const entry = (part: Part, i: number, j: number) => at(at(matrices[part], i), j);
  return tokens.flatMap((asks, i) =>
    tokens.map((answers, j) => [
      `${String(i)} ${asks}`,
      `${String(j)} ${answers}`,
      entry('S', i, j),
      entry('M', i, j) ?? '−∞',
      ...(['A', 'dA', 'dS'] as const).map((part) => entry(part, i, j)),
    ]),
  );
}

/** Name, value, row and column of every entry: "S[1, 0]"; a word stands for its row in E and U. */
function entries(matrix: Matrix, part: Part, { task }: Result) {
  const { rows } = headsOf(part, task);
  const ofWords = part === 'E' || part === 'U';
  return matrix.flatMap((row, i) =>
    row.map((value, j) => {
      const name = ofWords && rows ? at(rows, i) : String(i);
      return [`${part}[${name}, ${String(j)}]`, value, i, j] as const;
    }),
  );
}
