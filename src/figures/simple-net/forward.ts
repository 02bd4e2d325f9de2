import { type Stage, at, inputs, units, weight } from './stage.ts';
import type { NetValues } from './values.ts';
import { below, bracketed, digits, sumOfProducts } from '../shared/worked.ts';

/** From the inputs to the loss. */
export function forwardStages(net: NetValues): Stage[] {
  return [
    ...units.map((j) => weightedSum(net, j)),
    ...units.map((j) => activation(net, j)),
    outputOf(net),
    lossOf(net),
  ];
}

function weightedSum({ w, b, x, z }: NetValues, j: number): Stage {
  const n = below(j + 1);
  const products = inputs.map((i) => [at(w[j], i).value, at(x, i).value]);
  return {
    title: `Forward: weighted sum of unit ${String(j + 1)}`,
    gives: [`z${String(j + 1)}`],
    needs: ['x1', 'x2', ...inputs.map((i) => weight(j, i)), `b${String(j + 1)}`],
    formulas: [
      {
        ...{ name: `z${n}`, symbols: `w${n}₁ · x₁ + w${n}₂ · x₂ + b${n}`, role: 'function' },
        numbers: `${sumOfProducts(products)} + ${bracketed(at(b, j).value)}`,
        result: digits(at(z, j).value),
      },
    ],
  };
}

function activation({ z, h }: NetValues, j: number): Stage {
  const n = below(j + 1);
  const { value } = at(z, j);
  const stage: Stage = {
    title: `Forward: relu of unit ${String(j + 1)}`,
    gives: [`h${String(j + 1)}`],
    needs: [`z${String(j + 1)}`],
    formulas: [
      {
        ...{ name: `h${n}`, symbols: `max(z${n}, 0)`, role: 'function' },
        ...{ numbers: `max(${digits(value)}, 0)`, result: digits(at(h, j).value) },
      },
    ],
  };
  return value > 0
    ? stage
    : {
        ...stage,
        remark: `Unit ${String(j + 1)} is dead for this input: its sum is negative and relu answers 0. Its slope there is 0 too, so that no gradient will pass.`,
      };
}

function outputOf({ v, h, c, output }: NetValues): Stage {
  const products = units.map((j) => [at(v, j).value, at(h, j).value]);
  return {
    title: 'Forward: output',
    gives: ['y'],
    needs: ['h1', 'h2', 'h3', 'v1', 'v2', 'v3', 'c'],
    formulas: [
      {
        ...{ name: 'ŷ', symbols: 'v₁ · h₁ + v₂ · h₂ + v₃ · h₃ + c', role: 'function' },
        numbers: `${sumOfProducts(products)} + ${bracketed(c.value)}`,
        result: digits(output.value),
      },
    ],
  };
}

function lossOf({ output, target, loss }: NetValues): Stage {
  return {
    title: 'Forward: loss',
    gives: ['L'],
    needs: ['y', 'target'],
    formulas: [
      {
        ...{ name: 'L', symbols: '(ŷ − t)²', role: 'function', result: digits(loss) },
        numbers: `(${digits(output.value)} − ${bracketed(target)})²`,
      },
    ],
  };
}
