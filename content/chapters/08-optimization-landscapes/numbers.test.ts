import { expect, test } from 'vitest';
import { at } from '../../../src/figures/shared/at.ts';
import * as arena from '../../../src/figures/optimizer-arena/index.ts';
import { runnerOf } from '../../../src/figures/optimizer-arena/runner.ts';
import * as n from './numbers.ts';

test('the ravine is won as the cell prints it', () => {
  // cells/01-race.out, from PyTorch.
  const printed = {
    sgd: 115,
    momentum: 103,
    nesterov: 74,
    adagrad: 28,
    rmsprop: 6,
    adam: 109,
    adamw: 99,
  };
  const { sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw } = n.ravine;
  const arrivals = { sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw };
  expect(
    Object.fromEntries(Object.entries(arrivals).map(([name, { arrival }]) => [name, arrival])),
  ).toEqual(printed);
  expect(n.ravine.newton.arrival).toBe(1);
});

test('with one rate for all Adam falls behind SGD, and AdaGrad does not arrive', () => {
  const ranked = (rates: object) =>
    arena
      .run({
        ...arena.defaults,
        ...rates,
        optimizers: 'sgd,momentum,nesterov,adagrad,rmsprop,adam',
      })
      .runners.toSorted((a, b) => (a.arrival ?? Infinity) - (b.arrival ?? Infinity));
  const order = (rates: object) => ranked(rates).map(({ name }) => name);
  const same = {
    sgd: 0.05,
    momentum: 0.05,
    nesterov: 0.05,
    adagrad: 0.05,
    rmsprop: 0.05,
    adam: 0.05,
  };
  expect(at(order({}), 0)).toBe('rmsprop');
  expect(order({}).indexOf('adam')).toBeLessThan(order({}).indexOf('sgd'));
  expect(order(same).indexOf('adam')).toBeGreaterThan(order(same).indexOf('sgd'));
  expect(at(ranked(same), -1)).toMatchObject({ name: 'adagrad', arrival: null });
});

test('of the methods that see gradients, only Adam arrives in Rosenbrock’s valley', () => {
  const { sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw, newton } = n.rosenbrock;
  expect([sgd, momentum, nesterov, adagrad, rmsprop, adamw].map(({ arrival }) => arrival)).toEqual(
    Array.from({ length: 6 }, () => null),
  );
  expect(adam.arrival).toBeLessThan(500);
  expect(newton.arrival).toBeLessThan(10);
});

test('in 300 steps RMSprop leaves the ravine’s minimum again, and AdaGrad stays', () => {
  expect(n.longRun).toMatchObject({ arrival: null, regime: 'bounces around a minimum' });
  expect(n.leaving).toBeGreaterThan(150);
  const { f, x, y, adagrad } = arena.defaults;
  const long = runnerOf('adagrad', adagrad, { f, start: { x, y }, steps: 300 }, [{ x: 0, y: 0 }]);
  expect(long.arrival).toBe(n.ravine.adagrad.arrival);
});

test('at the saddle one is done after six steps, one needs over a hundred, and Newton stands on it', () => {
  expect(n.saddle.lbfgs.arrival).toBe(6);
  expect(n.saddle.momentum.arrival).toBeGreaterThan(100);
  expect(n.saddle.newton.regime).toBe('stands at a saddle');
});

test('on the plateau Adam swings past the minimum several times', () => {
  const { places, arrival } = n.plateau.adam;
  const crossings = places
    .slice(1, arrival ?? undefined)
    .filter(({ x }, step) => x * at(places, step).x < 0);
  expect(crossings.length).toBeGreaterThan(3);
});

test('turning the ravine costs the methods that divide by coordinates, and no others', () => {
  const { sgd, momentum, adagrad, rmsprop } = n.turning;
  expect(sgd.turned).toBe(sgd.straight);
  expect(momentum.turned).toBe(momentum.straight);
  expect(adagrad.turned).toBeGreaterThan(adagrad.straight);
  expect(rmsprop.turned).toBeGreaterThan(rmsprop.straight);
});

test('the turned ravine has the same curvatures', () => {
  expect(at(n.turnedHessian.eigenvalues, 0)).toBeCloseTo(1, 12);
  expect(at(n.turnedHessian.eigenvalues, 1)).toBeCloseTo(25, 12);
});

test('the plateau’s gradient is r exp(−r²/2) long', () => {
  const r = Math.hypot(2.5, 2);
  expect(n.plateauSlope).toBeCloseTo(r * Math.exp((-r * r) / 2), 12);
});

test('14 steps of factor 1.4 make more than a hundredfold, 13 do not', () => {
  expect(1.4 ** n.escape).toBeGreaterThanOrEqual(100);
  expect(1.4 ** (n.escape - 1)).toBeLessThan(100);
});

test('on the saddle’s ridge neither SGD nor L-BFGS leaves it', () => {
  for (const name of ['sgd', 'lbfgs'] as const) {
    const course = { f: 'x^2-y^2+y^4/4', start: { x: 2, y: 0 }, steps: 200 };
    const { places } = runnerOf(name, name === 'sgd' ? 0.2 : 1, course, []);
    expect(at(places, -1).y).toBe(0);
    expect(at(places, -1).x).toBeCloseTo(0, 6);
  }
});

test('a distance shrinks by 24/26, or by 4/6 with the best momentum', () => {
  expect(n.plainFactor).toBe(24 / 26);
  expect(n.heavyFactor).toBe(4 / 6);
  // √β is that factor.
  expect(n.heavyBeta).toBeCloseTo(4 / 9, 12);
});

test('a random plane shows little of the path, the principal one nearly all, and some curvatures are negative', () => {
  expect(n.slice.shown).toBeGreaterThan(0.95);
  expect(n.randomSlice.shown).toBeLessThan(0.3);
  expect(n.slice.negative).toBeGreaterThan(0);
  expect(Math.abs(at(n.slice.eigenvalues, 0))).toBeLessThan(0.01 * n.slice.sharpness);
});

test('both slices look like bowls: their middle is lower than their whole edge', () => {
  for (const { field, centreLoss } of [n.slice, n.randomSlice]) {
    const { columns, rows, values } = field;
    const edge = values.filter(
      (_, index) =>
        index % columns === 0 ||
        index % columns === columns - 1 ||
        index < columns ||
        index >= columns * (rows - 1),
    );
    expect(Math.min(...edge.map((value) => value ?? Infinity))).toBeGreaterThan(centreLoss);
  }
});
