import { expect, test } from 'vitest';
import { oncePerFrame } from './once-per-frame.ts';

/** Draws frames by hand and counts what is done. */
function screen() {
  const turns: (() => void)[] = [];
  const done: string[] = [];
  let value = '';
  const queue = oncePerFrame(
    () => done.push(value),
    (turn) => turns.push(turn),
  );
  const set = (next: string): void => {
    value = next;
    queue.ask();
  };
  const draw = (): void => {
    for (const turn of turns.splice(0)) turn();
  };
  return { done, set, draw, flush: queue.flush };
}

test('the first of a frame is done at once, the last in the next frame, those between never', () => {
  const { done, set, draw } = screen();
  for (const value of ['a', 'b', 'c']) set(value);
  expect(done).toEqual(['a']);
  draw();
  expect(done).toEqual(['a', 'c']);
});

test('a frame that did what waited does nothing more', () => {
  const { done, set, draw } = screen();
  for (const value of ['a', 'b']) set(value);
  draw();
  set('c');
  expect(done).toEqual(['a', 'b']);
  draw();
  draw();
  expect(done).toEqual(['a', 'b', 'c']);
  set('d');
  expect(done).toEqual(['a', 'b', 'c', 'd']);
});

test('what waits can be had at once, and is then not done again', () => {
  const { done, set, draw, flush } = screen();
  for (const value of ['a', 'b']) set(value);
  flush();
  draw();
  expect(done).toEqual(['a', 'b']);
});
