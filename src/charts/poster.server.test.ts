import { expect, test } from 'vitest';
import { registry } from './poster-files.ts';
import { drawPosters } from './poster.server.ts';
import { chart } from './testing.ts';

test('a chart has a picture for each theme and width class, kept under the hash of its content', () => {
  const posters = drawPosters(chart());
  expect(posters.map(({ scheme, widthClass }) => `${scheme} ${widthClass}`)).toEqual([
    'light narrow',
    'light wide',
    'dark narrow',
    'dark wide',
  ]);
  for (const { path } of posters) {
    const content = registry().files.get(path.split('/').at(-1) ?? '');
    expect(content?.subarray(8, 12).toString()).toBe('WEBP');
  }
});

test('the same chart, drawn anew, has the same pictures', () => {
  const curve = (label: string) => ({ label, role: 'rate' as const, points: [{ x: 0, y: 1 }] });
  const first = drawPosters(chart({ curves: [{ ...curve('f'), width: 2 }] }));
  const second = drawPosters(chart({ curves: [curve('f')] }));
  expect(second).toEqual(first);
});
