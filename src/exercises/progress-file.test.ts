import { expect, test } from 'vitest';
import { mergedLogs, readProgress, writeProgress } from './progress-file.ts';
import type { Log } from './progress.ts';

const now = new Date('2026-11-30T12:00:00Z');
const log: Log = [
  { day: '2026-11-01', outcome: 'mended' },
  { day: '2026-11-02', outcome: 'right' },
];
const head = '"format":"calculus-for-deep-learning/progress","version":1';
const fileOf = (exercises: string): string => `{${head},"exercises":${exercises}}`;

test('what is written is read again', () => {
  const logs = new Map([['cube-derivative', log]]);
  expect(readProgress(writeProgress(logs), now)).toEqual(logs);
  expect(readProgress(writeProgress(new Map()), now)).toEqual(new Map());
});

test.each([
  ['', 'not JSON'],
  ['[]', 'not written by this course'],
  ['null', 'not written by this course'],
  ['{"format":"another"}', 'not written by this course'],
  ['{"format":"calculus-for-deep-learning/progress","version":2}', 'version 2'],
  [`{${head}}`, 'no exercises'],
  [fileOf('[]'), 'no exercises'],
  [fileOf('{"slope":{"2026-02-30":"right"}}'), '“slope”'],
  [fileOf('{"slope":{"2027-01-01":"right"}}'), '“slope”'],
  [fileOf('{"slope":{"2026-11-01":"perfect"}}'), '“slope”'],
  [fileOf('{"slope":"2026-11-01"}'), '“slope”'],
  [fileOf('{"Slope <b>":{}}'), '“Slope <b>”'],
  ['x'.repeat(1_000_001), 'larger'],
])('a file is refused with its reason: %.60s', (text, reason) => {
  expect(readProgress(text, now)).toEqual({ problem: expect.stringContaining(reason) as string });
});

test.each([
  fileOf('{"__proto__":{"2026-11-01":"right"}}'),
  fileOf('{"slope":{"__proto__":"right"}}'),
  fileOf('{"constructor":{"prototype":{"polluted":true}}}'),
  `{${head},"__proto__":{"exercises":{}}}`,
])('a file that reaches for a prototype changes none and is refused: %s', (text) => {
  expect(readProgress(text, now)).toHaveProperty('problem');
  expect({}).not.toHaveProperty('polluted');
  expect(Object.prototype).not.toHaveProperty('2026-11-01');
});

test('merging keeps every day of both, and of a shared day the better answer', () => {
  const mine = new Map([
    ['slope', log],
    ['mine', log],
  ]);
  const theirs = new Map<string, Log>([
    [
      'slope',
      [
        { day: '2026-10-01', outcome: 'wrong' },
        { day: '2026-11-01', outcome: 'wrong' },
      ],
    ],
    ['theirs', log],
  ]);
  expect(mergedLogs(mine, theirs)).toEqual(
    new Map([
      ['slope', [{ day: '2026-10-01', outcome: 'wrong' }, ...log]],
      ['mine', log],
      ['theirs', log],
    ]),
  );
});
