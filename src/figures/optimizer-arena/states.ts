import type { Params } from './experiment.ts';
import { landscapeOf, landscapes } from './landscapes.ts';
import { names } from './optimizers.ts';

const all = names.join(',');

/** A landscape with its own start, steps and rates. */
const on = (index: number, changes: Partial<Params> = {}): Partial<Params> => {
  const { f = '' } = landscapes[index] ?? {};
  const { start, steps, rates } = landscapeOf(f);
  return { f, ...start, steps, ...rates, optimizers: all, ...changes };
};

const rates = (value: number): Partial<Params> =>
  Object.fromEntries(names.map((name) => [name, value]));

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  ...landscapes.flatMap((_, index) => (index === 2 ? [] : [on(index)])),
  // RMSprop bounces along Rosenbrock's valley, which makes much of the last bit of a number.
  on(2, { optimizers: names.filter((name) => name !== 'rmsprop').join(',') }),
  on(2, { steps: 100 }),
  on(2, { steps: 40, look: 'momentum' }),
  on(4, { look: 'newton', optimizers: 'newton,lbfgs' }),
  { optimizers: '' },
  { optimizers: all, ...rates(0.0001) },
  { optimizers: all, ...rates(1), steps: 60 },
  { optimizers: all, x: 6, y: -6, steps: 1 },
  { optimizers: all, x: -6, y: 6, steps: 500 },
  { f: '((x+y)^2+25(x-y)^2)/4', optimizers: all, x: 2, y: 1, look: 'rmsprop' },
  { f: 'ln(x)+y', optimizers: 'sgd,adam', x: -1, y: 0 },
  { f: 'ln(x)+y^2', optimizers: 'sgd,newton', x: 1, y: 1, sgd: 1 },
  { f: 'x+y', optimizers: 'sgd,newton,lbfgs', look: 'newton' },
  { f: 'x^2', optimizers: all, x: 1, y: 1 },
  { f: '7', optimizers: all },
  { f: 'sqrt(x)+y', optimizers: 'sgd', x: 0, y: 0 },
];
