import { expect, test } from 'vitest';
import { sliderScale } from './slider-scale.ts';

const step = { label: 'Step h', min: 1e-6, max: 2, scale: 'log' } as const;

test('a linear slider is in the unit of its value', () => {
  const scale = sliderScale({ label: 'Learning rate', min: 0.01, max: 1.1, step: 0.01 });
  expect([scale.min, scale.max, scale.step]).toEqual([0.01, 1.1, 0.01]);
  expect(scale.toValue(0.3)).toBe(0.3);
});

test('a log slider reaches both of its bounds exactly', () => {
  const scale = sliderScale(step);
  expect(scale.toValue(scale.min)).toBe(1e-6);
  expect(scale.toValue(scale.max)).toBe(2);
});

test('equal distances on a log slider are equal ratios', () => {
  const scale = sliderScale(step);
  const ratio = scale.toValue(41) / scale.toValue(40);
  expect(scale.toValue(101) / scale.toValue(100)).toBeCloseTo(ratio, 1);
});

test('every position of a log slider comes back from its value', () => {
  const scale = sliderScale(step);
  for (let position = scale.min; position <= scale.max; position += 1) {
    expect(scale.toPosition(scale.toValue(position))).toBe(position);
  }
});

test('a log slider stops at short numbers', () => {
  const scale = sliderScale(step);
  expect(String(scale.toValue(50)).replace(/\D/g, '').replace(/^0+/, '').length).toBeLessThan(6);
});

test('a log slider of whole numbers stops at each whole number once', () => {
  const scale = sliderScale({ label: 'Inputs n', min: 1, max: 1000, step: 1, scale: 'log' });
  const stops = Array.from({ length: scale.max + 1 }, (_, position) => scale.toValue(position));
  expect(stops.slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(stops.at(-1)).toBe(1000);
  expect(stops.every(Number.isInteger)).toBe(true);
  expect(stops.map(scale.toPosition)).toEqual([...stops.keys()]);
  expect(scale.toValue(scale.toPosition(777))).toBe(794);
});
