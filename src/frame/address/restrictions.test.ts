import { expect, test } from 'vitest';
import { allowed, readRestrictions, withLocked } from './restrictions.ts';
import { parseState, serialiseState } from './url-state.ts';

const controls = {
  rate: { label: 'Learning rate', min: 0, max: 1 },
  steps: { label: 'Steps', min: 1, max: 100 },
};
const read = (search: string) => readRestrictions(search, 'demo', controls);

test('an address hides and locks controls of its own figure', () => {
  expect(read('?demo.hide=rate,steps&demo.lock=rate&other.hide=steps')).toEqual({
    hidden: ['rate', 'steps'],
    locked: ['rate'],
    problems: [],
  });
  expect(read('')).toEqual({ hidden: [], locked: [], problems: [] });
});

test('what the figure does not have is ignored and said once', () => {
  expect(read('?demo.hide=rate,speed&demo.lock=__proto__')).toEqual({
    hidden: ['rate'],
    locked: [],
    problems: ['This figure has no setting “speed” to hide or lock; it was ignored.'],
  });
});

test('hide and lock are no unknown settings, and stay when settings are written', () => {
  const search = '?demo.lock=rate&demo.rate=0.3';
  expect(parseState(search, 'demo', controls)).toEqual({ settings: { rate: 0.3 }, problems: [] });
  const settings = { rate: 0.3, steps: 7 };
  expect(serialiseState(search, 'demo', settings, { rate: 0.1, steps: 10 })).toBe(
    '?demo.lock=rate&demo.rate=0.3&demo.steps=7',
  );
});

test('a locked value is neither changed nor reset', () => {
  const restrictions = { hidden: [], locked: ['rate'] };
  expect(allowed({ rate: 1, steps: 3 }, restrictions)).toEqual({ steps: 3 });
  expect(withLocked({ rate: 0.1, steps: 10 }, { rate: 0.3, steps: 7 }, restrictions)).toEqual({
    rate: 0.3,
    steps: 10,
  });
});
