import { expect, test } from 'vitest';
import { checkAnswer } from './check-question.ts';

const half = { id: 'half', kind: 'number', question: { answer: 0.5 } };

test('checkAnswer(given) returns a question that its kind understands', () => {
  expect(checkAnswer({ ...half, label: 'x' })).toEqual({ ...half, label: 'x' });
});

test('a misspelt key is named, with the exercise and where it stands', () => {
  expect(() => checkAnswer({ ...half, question: { answer: 0.5, becuase: 'so' } })).toThrow(
    'Answer "half" of kind "number": Unrecognized key: "becuase"',
  );
  const slips = [{ value: 1, word: 'twice' }];
  expect(() => checkAnswer({ ...half, question: { answer: 0.5, slips } })).toThrow(
    /"half".*slips\.0.*"word"/,
  );
  expect(() => checkAnswer({ ...half, lable: 'x' })).toThrow('"lable"');
});

test('a number that is none, an unknown kind and a contradiction are refused', () => {
  expect(() => checkAnswer({ ...half, question: { answer: NaN } })).toThrow('answer');
  expect(() => checkAnswer({ ...half, kind: 'riddle' })).toThrow('no exercise kind "riddle"');
  const vector = { labels: ['x', 'y'], answer: [1] };
  expect(() => checkAnswer({ id: 'v', kind: 'vector', question: vector })).toThrow(
    'one component per label',
  );
  const options = [{ text: 'no', reason: 'No.' }];
  expect(() => checkAnswer({ id: 'c', kind: 'choice', question: { options } })).toThrow(
    'no option is right',
  );
  const lines = [{ code: 'x = 1', reason: 'Fine.' }];
  expect(() => checkAnswer({ id: 'b', kind: 'bug', question: { lines } })).toThrow(
    'exactly one line must be the bug',
  );
  const steps = [{ text: 'first', after: [1] }, { text: 'second' }];
  expect(() => checkAnswer({ id: 'o', kind: 'order', question: { steps } })).toThrow(
    'listed before it',
  );
});
