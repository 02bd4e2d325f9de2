/** The steps from the loss to the inputs, in formulas with their numbers. */
import { type Worked, below, bracketed, digits, sumOfProducts } from '../shared/worked.ts';
import { type Unit, inputs, units } from './stages.ts';
import type { NetValues } from './values.ts';
import type { Working } from './working.ts';

export function intoOutput({ output, target }: NetValues): Working {
  return {
    title: 'Backward: into the output',
    formulas: [
      {
        name: '∂L/∂ŷ',
        symbols: '2(ŷ − t)',
        numbers: `2(${digits(output.value)} − ${bracketed(target)})`,
        result: digits(output.gradient),
        role: 'gradient',
      },
    ],
    remark: '',
  };
}

/** The gradient behind a step times the slope of the step, as a line. */
const product = (
  name: string,
  symbols: string,
  { upstream, local, result }: { upstream: number; local: number; result: number },
): Worked => ({
  name,
  symbols,
  numbers: `${bracketed(upstream)} · ${bracketed(local)}`,
  result: digits(result),
  role: 'gradient',
});

export function intoLayer2({ v, c, a, output }: NetValues): Working {
  const upstream = output.gradient;
  const weights = units.map((unit) => {
    const n = below(unit + 1);
    const numbers = { upstream, local: a[unit].value, result: v[unit].gradient };
    return product(`∂L/∂v${n}`, `∂L/∂ŷ · a${n}`, numbers);
  });
  const bias = product('∂L/∂c', '∂L/∂ŷ · 1', { upstream, local: 1, result: c.gradient });
  return { title: 'Backward: weights of layer 2', formulas: [...weights, bias], remark: '' };
}

export function intoHidden({ v, a, output }: NetValues): Working {
  const formulas = units.map((unit) => {
    const n = below(unit + 1);
    const numbers = {
      upstream: output.gradient,
      local: v[unit].value,
      result: a[unit].gradient,
    };
    return product(`∂L/∂a${n}`, `∂L/∂ŷ · v${n}`, numbers);
  });
  return { title: 'Backward: through the weights of layer 2', formulas, remark: '' };
}

export function throughRelu({ z, a }: NetValues, unit: Unit): Working {
  const n = below(unit + 1);
  const alive = z[unit].value > 0;
  const numbers = {
    upstream: a[unit].gradient,
    local: alive ? 1 : 0,
    result: z[unit].gradient,
  };
  return {
    title: `Backward: through relu of unit ${String(unit + 1)}`,
    formulas: [product(`∂L/∂z${n}`, `∂L/∂a${n} · relu′(z${n})`, numbers)],
    remark: alive ? '' : `Unit ${String(unit + 1)} is dead here: the gradient ends at its relu.`,
  };
}

export function intoLayer1({ w, b, x, z }: NetValues, unit: Unit): Working {
  const n = below(unit + 1);
  const { value, gradient: upstream } = z[unit];
  const weights = inputs.map((input) => {
    const i = below(input + 1);
    const numbers = { upstream, local: x[input].value, result: w[unit][input].gradient };
    return product(`∂L/∂w${n}${i}`, `∂L/∂z${n} · x${i}`, numbers);
  });
  const toBias = { upstream, local: 1, result: b[unit].gradient };
  return {
    title: `Backward: weights of unit ${String(unit + 1)}`,
    formulas: [...weights, product(`∂L/∂b${n}`, `∂L/∂z${n} · 1`, toBias)],
    remark:
      value > 0
        ? ''
        : `Nothing reaches the weights of the dead unit ${String(unit + 1)}: an update leaves them as they are.`,
  };
}

export function intoInputs({ w, x, z }: NetValues): Working {
  return {
    title: 'Backward: into the inputs',
    formulas: inputs.map((input) => {
      const i = below(input + 1);
      const paths = units.map((unit) => [z[unit].gradient, w[unit][input].value]);
      return {
        name: `∂L/∂x${i}`,
        symbols: units
          .map((unit) => `∂L/∂z${below(unit + 1)} · w${below(unit + 1)}${i}`)
          .join(' + '),
        numbers: sumOfProducts(paths),
        result: digits(x[input].gradient),
        role: 'gradient',
      };
    }),
    remark:
      'Three paths lead from each input to the loss, one through each unit: their products add up.',
  };
}
