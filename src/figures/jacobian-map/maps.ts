import type { Option } from '../shared/contract.ts';

/**
 * Maps of the plane, two formulas each: smooth ones, a layer of a network with and without its activation,
 * then some that fold, collapse or have a hole.
 */
export const mapsOfThePlane: readonly Option[] = [
  { value: 'x^2+y, x*y', label: '(x² + y, xy)' },
  { value: 'x^2-y^2, 2x*y', label: 'square of x + iy: (x² − y², 2xy)' },
  { value: 'x*cos(y), x*sin(y)', label: 'polar: (x cos y, x sin y)' },
  { value: '0.8x-0.6y, 0.6x+0.8y', label: 'rotation: (0.8x − 0.6y, 0.6x + 0.8y)' },
  { value: 'x+y, y', label: 'shear: (x + y, y)' },
  { value: '2x, y/2', label: 'squeeze: (2x, y/2)' },
  { value: 'y, x', label: 'mirror: (y, x)' },
  { value: 'x, y*exp(x/2)+sin(x)', label: 'coupling layer: (x, y eˣᐟ² + sin x)' },
  { value: 'x+y/2-0.5, y-x/2', label: 'Wx + b: (x + y/2 − ½, y − x/2)' },
  {
    value: 'tanh(x+y/2-0.5), tanh(y-x/2)',
    label: 'layer: (tanh(x + y/2 − ½), tanh(y − x/2))',
  },
  {
    value: 'relu(x+y/2-0.5), relu(y-x/2)',
    label: 'layer: (relu(x + y/2 − ½), relu(y − x/2))',
  },
  { value: 'x^2, y', label: 'fold: (x², y)' },
  { value: 'abs(x), y', label: 'crease: (|x|, y)' },
  { value: 'x+y, 2x+2y', label: 'collapse: (x + y, 2x + 2y)' },
  { value: 'x/(x^2+y^2), y/(x^2+y^2)', label: 'inversion: (x, y)/(x² + y²)' },
];

/** No second map. */
export const none = 'none';

/** What may come after a map. */
export const secondMaps: readonly Option[] = [
  { value: none, label: 'no second map' },
  { value: 'tanh(x), tanh(y)', label: 'tanh of each' },
  { value: 'relu(x), relu(y)', label: 'relu of each' },
  { value: 'x^2-y^2, 2x*y', label: 'square of x + iy' },
  { value: '0.8x-0.6y, 0.6x+0.8y', label: 'rotation' },
  { value: '2x, y/2', label: 'squeeze' },
  { value: 'y, x', label: 'mirror' },
];
