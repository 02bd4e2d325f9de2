import type { Option } from './contract.ts';

/** Functions of one variable to begin with: smooth ones, then one with a kink, a pole, an edge. */
export const functionsOfX: readonly Option[] = [
  { value: 'x^2+3x+1', label: 'x² + 3x + 1' },
  { value: 'x^3', label: 'x³' },
  { value: 'x^3-3x', label: 'x³ − 3x' },
  { value: 'sin(x)', label: 'sin x' },
  { value: 'exp(x)', label: 'eˣ' },
  { value: 'exp(x)*sin(x)', label: 'eˣ sin x' },
  { value: 'sigmoid(x)', label: 'sigmoid(x)' },
  { value: 'abs(x)', label: '|x|' },
  { value: 'relu(x)', label: 'relu(x)' },
  { value: '1/x', label: '1/x' },
  { value: 'sqrt(x)', label: '√x' },
];

export const functionsOfXAndY: readonly Option[] = [
  { value: 'x^2 y + x y^2 + 2', label: 'x²y + xy² + 2' },
  { value: 'x^2+y^2', label: 'x² + y²' },
  { value: 'x^2+4y^2', label: 'x² + 4y²' },
  { value: 'x^2-y^2', label: 'x² − y²' },
  { value: 'x^2 y + sin(x*y)/2', label: 'x²y + sin(xy)/2' },
  { value: 'sin(x)cos(y)', label: 'sin x cos y' },
  { value: 'exp(-(x^2+y^2)/2)', label: 'exp(−(x² + y²)/2)' },
];
