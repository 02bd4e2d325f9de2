import { expect, test } from 'vitest';
import { gradeDerivative } from './grade-derivative.ts';

const polar = { variables: ['x', 'y'] };

test.each([
  ['J₁₁', { ...polar, formula: 'x*cos(y)', by: 'x' }, 'cos(y)'],
  ['J₁₂', { ...polar, formula: 'x*cos(y)', by: 'y' }, '-x*sin(y)'],
  ['J₂₁', { ...polar, formula: 'x*sin(y)', by: 'x' }, 'sin(y)'],
  ['J₂₂', { ...polar, formula: 'x*sin(y)', by: 'y' }, 'x*cos(y)'],
  ['the slope of the notebook’s third output by x₀', { formula: 'sin(x)' }, 'cos(x)'],
  [
    'the slope of the coupling layer by y',
    { ...polar, formula: 'y*exp(x/2)+sin(x)', by: 'y' },
    'exp(x/2)',
  ],
])('chapter 6: %s, derived on paper, is what autograd finds', (_, question, paper) => {
  expect(gradeDerivative(question, paper).kind).toBe('right');
});
