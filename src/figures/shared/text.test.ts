import { expect, test } from 'vitest';
import { formattedMatrix, formattedVector, matrixText, shapeText, vectorText } from './text.ts';

test('a vector in a readout can be read back, and a zero in it has no sign', () => {
  expect(vectorText([-1, -0, 1 / 3, null])).toBe('(-1, 0, 0.3333, not defined)');
  expect(matrixText([[1, -0.5]])).toBe('[[1, -0.5]]');
});

test('a power of ten in a readout is written one way', () => {
  expect(vectorText([1e-8, -2.5e-10, 1234567])).toBe('(1e-8, -2.5e-10, 1.235e6)');
});

test('a vector in a sentence has true minus signs', () => {
  expect(formattedVector([-1, -0])).toBe('(−1, 0)');
  expect(formattedMatrix([[1, -0.5]])).toBe('[[1, −0.5]]');
});

test('a shape is written as PyTorch writes it', () => {
  expect(shapeText([2, 3])).toBe('[2, 3]');
});
