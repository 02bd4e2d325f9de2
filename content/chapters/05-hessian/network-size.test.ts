import { nn } from '@calculus/autograd';
import { expect, test } from 'vitest';
import { parametersOf, storage } from './network-size.ts';

test('parameters are counted as a network of linear layers has them', () => {
  // 8·32 + 32 and 32·1 + 1
  expect(parametersOf([8, 32, 1])).toBe(321);
  const layers = [new nn.Linear(8, 32), new nn.Linear(32, 1)];
  const counted = layers.flatMap((layer) => [...layer.parameters()].map((p) => p.numel()));
  expect(counted.reduce((sum, count) => sum + count)).toBe(321);
});

test('four bytes a number, in decimal units', () => {
  expect(storage(100)).toBe('400 bytes');
  expect(storage(321 ** 2)).toBe('410 kB');
  expect(storage(101_770 ** 2)).toBe('41 GB');
  expect(storage(124e6 ** 2)).toBe('62 PB');
});
