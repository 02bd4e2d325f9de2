import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrive } from '../address/address.ts';
import { change, settled, unmoved } from './follow.ts';
import { serialiseState } from '../address/url-state.ts';

interface Params {
  seed: number;
  x: number;
  copy: number;
}

const range = { label: '', min: -1000, max: 1000 };
const led = {
  id: 'demo',
  title: 'Demo',
  defaults: { seed: 1, x: 10, copy: 10 },
  controls: { seed: range, x: range, copy: range },
  /** The seed draws x, and the copy is whatever x is. */
  follow: ({ seed, x }: Params) => ({ x: 10 * seed, copy: x }),
  run: () => ({}),
  describe: () => '',
  tables: () => [],
  program: () => '',
};

test('what was not moved follows, one after another', () => {
  expect(change(led, led.defaults, { seed: 2 })).toEqual({ seed: 2, x: 20, copy: 20 });
  expect(change(led, led.defaults, { x: 3 })).toEqual({ seed: 1, x: 3, copy: 3 });
});

test('what was moved stays where it was put', () => {
  const moved = change(led, led.defaults, { copy: 5 });
  expect(change(led, moved, { seed: 2 })).toEqual({ seed: 2, x: 20, copy: 5 });
});

test('without a rule only what is changed changes', () => {
  const free = { ...led, follow: undefined };
  expect(change(free, led.defaults, { seed: 2 })).toEqual({ seed: 2, x: 10, copy: 10 });
  expect(unmoved(free, { seed: 2, x: 1, copy: 1 })).toEqual(led.defaults);
});

test('settings are taken in the order of the controls, whatever the order they come in', () => {
  expect(settled(led, { x: 10, seed: 3 })).toEqual({ seed: 3, x: 10, copy: 10 });
});

test('every state comes back from the address that holds it', () => {
  const small = fc.integer({ min: 0, max: 30 });
  fc.assert(
    fc.property(fc.record({ seed: small, x: small, copy: small }), (params) => {
      const address = serialiseState('', 'demo', { ...params }, unmoved(led, params));
      expect(arrive(address, led).params).toEqual(params);
    }),
  );
});

test('an address leaves out what follows', () => {
  const params = { seed: 2, x: 20, copy: 20 };
  expect(serialiseState('', 'demo', params, unmoved(led, params))).toBe('?demo.seed=2');
});
