import type { NetValues, Quantity } from './simple-net-values.ts';
import { type Worked, below, bracketed, digits, sumOfProducts } from './worked.ts';

/** One step of the computation: what is computed, and what it needs and gives in the picture. */
export interface Stage {
  /** "Forward: unit 1", said before the formulas. */
  title: string;
  formulas: Worked[];
  /** Names of what this step computes: "z1", "∂z1", "∂w12". */
  gives: string[];
  /** What the formula reads. */
  needs: string[];
  /** Something to know about this step. */
  remark?: string;
}

const units = [0, 1, 2];
const inputs = [0, 1];
const at = (all: readonly Quantity[] | undefined, index: number): Quantity =>
  all?.[index] ?? { value: 0, gradient: 0 };

/** The forward pass from the inputs to the loss, then the backward pass from the loss to the inputs. */
export function stagesOf(net: NetValues): Stage[] {
  return [
    ...units.map((j) => weightedSum(net, j)),
    ...units.map((j) => activation(net, j)),
    outputOf(net),
    lossOf(net),
    intoOutput(net),
    intoLayer2(net),
    intoHidden(net),
    ...units.map((j) => throughRelu(net, j)),
    ...units.map((j) => intoLayer1(net, j)),
    intoInputs(net),
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

const weight = (j: number, i: number) => `w${String(j + 1)}${String(i + 1)}`;

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
