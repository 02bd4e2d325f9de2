import { type Stage, at, inputs, units, weight } from './stage.ts';
import type { NetValues } from './values.ts';
import { type Worked, below, bracketed, digits, sumOfProducts } from '../shared/worked.ts';

/** From the loss to the inputs. */
export function backwardStages(net: NetValues): Stage[] {
  return [
    intoOutput(net),
    intoLayer2(net),
    intoHidden(net),
    ...units.map((j) => throughRelu(net, j)),
    ...units.map((j) => intoLayer1(net, j)),
    intoInputs(net),
  ];
}

function intoOutput({ output, target }: NetValues): Stage {
  return {
    title: 'Backward: into the output',
    gives: ['∂y'],
    needs: ['L', 'y', 'target'],
    formulas: [
      {
        ...{ name: '∂L/∂ŷ', symbols: '2(ŷ − t)', role: 'gradient' },
        numbers: `2(${digits(output.value)} − ${bracketed(target)})`,
        result: digits(output.gradient),
      },
    ],
  };
}

/** One factor times another, as a line of a backward step. */
const product = (
  name: string,
  symbols: string,
  [upstream, local]: readonly [number, number],
  result: number,
): Worked => ({
  ...{ name, symbols, role: 'gradient', result: digits(result) },
  numbers: `${bracketed(upstream)} · ${bracketed(local)}`,
});

function intoLayer2({ v, c, h, output }: NetValues): Stage {
  return {
    title: 'Backward: weights of layer 2',
    gives: ['∂v1', '∂v2', '∂v3', '∂c'],
    needs: ['∂y', 'h1', 'h2', 'h3'],
    formulas: [
      ...units.map((j) =>
        product(
          ...[`∂L/∂v${below(j + 1)}`, `∂L/∂ŷ · h${below(j + 1)}`],
          [output.gradient, at(h, j).value],
          at(v, j).gradient,
        ),
      ),
      product('∂L/∂c', '∂L/∂ŷ · 1', [output.gradient, 1], c.gradient),
    ],
  };
}

function intoHidden({ v, h, output }: NetValues): Stage {
  return {
    title: 'Backward: through the weights of layer 2',
    gives: ['∂h1', '∂h2', '∂h3'],
    needs: ['∂y', 'v1', 'v2', 'v3'],
    formulas: units.map((j) =>
      product(
        ...[`∂L/∂h${below(j + 1)}`, `∂L/∂ŷ · v${below(j + 1)}`],
        [output.gradient, at(v, j).value],
        at(h, j).gradient,
      ),
    ),
  };
}

function throughRelu({ z, h }: NetValues, j: number): Stage {
  const n = below(j + 1);
  const alive = at(z, j).value > 0;
  const stage: Stage = {
    title: `Backward: through relu of unit ${String(j + 1)}`,
    gives: [`∂z${String(j + 1)}`],
    needs: [`∂h${String(j + 1)}`, `z${String(j + 1)}`],
    formulas: [
      product(
        ...[`∂L/∂z${n}`, `∂L/∂h${n} · relu′(z${n})`],
        [at(h, j).gradient, alive ? 1 : 0],
        at(z, j).gradient,
      ),
    ],
  };
  return alive
    ? stage
    : { ...stage, remark: `Unit ${String(j + 1)} is dead here: the gradient ends at its relu.` };
}

function intoLayer1({ w, b, x, z }: NetValues, j: number): Stage {
  const n = below(j + 1);
  const { value, gradient } = at(z, j);
  const stage: Stage = {
    title: `Backward: weights of unit ${String(j + 1)}`,
    gives: [...inputs.map((i) => `∂${weight(j, i)}`), `∂b${String(j + 1)}`],
    needs: [`∂z${String(j + 1)}`, 'x1', 'x2'],
    formulas: [
      ...inputs.map((i) =>
        product(
          ...[`∂L/∂w${n}${below(i + 1)}`, `∂L/∂z${n} · x${below(i + 1)}`],
          [gradient, at(x, i).value],
          at(w[j], i).gradient,
        ),
      ),
      product(`∂L/∂b${n}`, `∂L/∂z${n} · 1`, [gradient, 1], at(b, j).gradient),
    ],
  };
  return value > 0
    ? stage
    : {
        ...stage,
        remark: `Nothing reaches the weights of the dead unit ${String(j + 1)}: an update leaves them as they are.`,
      };
}

function intoInputs({ w, x, z }: NetValues): Stage {
  return {
    title: 'Backward: into the inputs',
    gives: ['∂x1', '∂x2'],
    needs: ['∂z1', '∂z2', '∂z3', ...units.flatMap((j) => inputs.map((i) => weight(j, i)))],
    formulas: inputs.map((i) => ({
      ...{ name: `∂L/∂x${below(i + 1)}`, role: 'gradient' },
      symbols: units
        .map((j) => `∂L/∂z${below(j + 1)} · w${below(j + 1)}${below(i + 1)}`)
        .join(' + '),
      numbers: sumOfProducts(units.map((j) => [at(z, j).gradient, at(w[j], i).value])),
      result: digits(at(x, i).gradient),
    })),
    remark:
      'Three paths lead from each input to the loss, one through each unit: their products add up.',
  };
}
