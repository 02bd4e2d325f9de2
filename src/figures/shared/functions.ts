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

/** Surfaces to descend on: the notebook's bowl, then one for each way in which a descent goes wrong. */
export const surfaces: readonly Option[] = [
  { value: 'x^2+y^2-2x-4y+5', label: 'x² + y² − 2x − 4y + 5' },
  { value: '(x-1)^2+10(y-2)^2', label: 'ravine: (x − 1)² + 10(y − 2)²' },
  { value: 'x^2-y^2+y^4/4', label: 'saddle: x² − y² + y⁴/4' },
  { value: '1-exp(-((x-1)^2+(y-2)^2)/2)', label: 'plateau: 1 − exp(−((x − 1)² + (y − 2)²)/2)' },
  { value: 'abs(x-1)+abs(y-2)', label: 'kinks: |x − 1| + |y − 2|' },
  { value: 'sin(x)cos(y)', label: 'many valleys: sin x cos y' },
];

/** To be cut along x and along y: smooth ones, then a kink, a crease that hides from both cuts, a pole. */
export const functionsToCut: readonly Option[] = [
  { value: 'x^2 y + x y^2', label: 'x²y + xy²' },
  { value: 'x^2+y^2', label: 'x² + y²' },
  { value: 'x^2-y^2', label: 'x² − y²' },
  { value: 'sin(x)cos(y)', label: 'sin x cos y' },
  { value: 'exp(-(x^2+y^2)/2)', label: 'exp(−(x² + y²)/2)' },
  { value: 'abs(x)+y^2', label: '|x| + y²' },
  { value: 'relu(min(x,y))', label: 'relu(min(x, y))' },
  { value: 'x*y/(x^2+y^2)', label: 'xy/(x² + y²)' },
  { value: '1/(x-y)', label: '1/(x − y)' },
  { value: 'sqrt(x)+y', label: '√x + y' },
];
