/** The steps from the inputs to the loss, in formulas with their numbers. */
import { below, bracketed, digits, sumOfProducts } from '../shared/worked.ts';
import { type Unit, inputs, units } from './stages.ts';
import type { NetValues } from './values.ts';
import type { Working } from './working.ts';

export function weightedSum({ w, b, x, z }: NetValues, unit: Unit): Working {
  const n = below(unit + 1);
  const products = inputs.map((input) => [w[unit][input].value, x[input].value]);
  return {
    title: `Forward: weighted sum of unit ${String(unit + 1)}`,
    formulas: [
      {
        name: `z${n}`,
        symbols: `w${n}₁ · x₁ + w${n}₂ · x₂ + b${n}`,
        numbers: `${sumOfProducts(products)} + ${bracketed(b[unit].value)}`,
        result: digits(z[unit].value),
        role: 'function',
      },
    ],
    remark: '',
  };
}

export function relu({ z, a }: NetValues, unit: Unit): Working {
  const n = below(unit + 1);
  const { value } = z[unit];
  return {
    title: `Forward: relu of unit ${String(unit + 1)}`,
    formulas: [
      {
        name: `a${n}`,
        symbols: `max(z${n}, 0)`,
        numbers: `max(${digits(value)}, 0)`,
        result: digits(a[unit].value),
        role: 'function',
      },
    ],
    remark:
      value > 0
        ? ''
        : `Unit ${String(unit + 1)} is dead for this input: its sum is negative, so relu gives 0. The derivative of relu there is 0 too, so no gradient will pass.`,
  };
}

export function output({ v, a, c, output }: NetValues): Working {
  const products = units.map((unit) => [v[unit].value, a[unit].value]);
  return {
    title: 'Forward: output',
    formulas: [
      {
        name: 'ŷ',
        symbols: 'v₁ · a₁ + v₂ · a₂ + v₃ · a₃ + c',
        numbers: `${sumOfProducts(products)} + ${bracketed(c.value)}`,
        result: digits(output.value),
        role: 'function',
      },
    ],
    remark: '',
  };
}

export function loss({ output, target, loss }: NetValues): Working {
  return {
    title: 'Forward: loss',
    formulas: [
      {
        name: 'L',
        symbols: '(ŷ − t)²',
        numbers: `(${digits(output.value)} − ${bracketed(target)})²`,
        result: digits(loss),
        role: 'function',
      },
    ],
    remark: '',
  };
}
