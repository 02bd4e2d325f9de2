import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstOrder, grade, moved } from './grade.ts';

const chain = {
  steps: [
    { text: 'wake' },
    { text: 'dress', early: 'nobody dresses asleep.' },
    { text: 'leave', early: 'it is cold outside.' },
  ],
  because: 'One after another.',
};
/** A diamond: two steps in the middle may come in either order. */
const diamond = {
  steps: [
    { text: 'loss' },
    { text: 'left', after: [0], early: 'it needs the loss.' },
    { text: 'right', after: [0] },
    { text: 'sum', after: [1, 2], early: 'both branches must have answered.' },
  ],
};

test('the right order is right, with its reason', () => {
  expect(grade(chain, [0, 1, 2])).toEqual({
    kind: 'right',
    words: 'Right. One after another.',
  });
});

test('the first step that comes too early is named, with why it cannot come yet', () => {
  expect(grade(chain, [1, 0, 2])).toEqual({
    kind: 'wrong',
    words: 'Step 1, “dress”, comes too early: nobody dresses asleep.',
  });
});

test('steps that do not need each other may come in either order', () => {
  expect(grade(diamond, [0, 1, 2, 3]).kind).toBe('right');
  expect(grade(diamond, [0, 2, 1, 3]).kind).toBe('right');
  expect(grade(diamond, [0, 2, 3, 1]).words).toContain('both branches must have answered');
  expect(grade(diamond, [2, 0, 1, 3]).words).toContain('has not been done yet');
});

test('what a learner finds is every step once, and wrong', () => {
  for (const question of [chain, diamond]) {
    const order = firstOrder(question);
    expect(order.toSorted()).toEqual(question.steps.map((_, index) => index));
    expect(grade(question, order).kind).toBe('wrong');
  }
});

test('moving a step loses none, and moves nothing at the ends', () => {
  expect(moved([2, 0, 1], 2, 1)).toEqual([2, 1, 0]);
  expect(moved([2, 0, 1], 0, -1)).toEqual([2, 0, 1]);
  expect(moved([2, 0, 1], 2, 3)).toEqual([2, 0, 1]);
  fc.assert(
    fc.property(fc.nat({ max: 5 }), fc.nat({ max: 5 }), (from, to) => {
      const order = [3, 1, 4, 0, 5, 2];
      expect(moved(order, from, to)[to]).toBe(order[from]);
      expect(moved(order, from, to).toSorted()).toEqual(order.toSorted());
    }),
  );
});
