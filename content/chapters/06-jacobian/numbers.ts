import * as map from '../../../src/figures/jacobian-map/index.ts';
import { at } from '../../../src/figures/shared/at.ts';
import { present } from '../../../src/figures/shared/present.ts';
import * as vector from '../../../src/figures/vector-jacobian/index.ts';

export { shown } from '../../../src/figures/shared/shown.ts';

const mapAt = (f: string, x: number, y: number, side = map.defaults.side): map.Result =>
  map.run({ ...map.defaults, f, x, y, side });

/** (x² + y, xy) at (1, 2). */
const standard = map.run(map.defaults);
export const standardArea = present(standard.det);
export const standardStretches = present(standard.singularValues);

/** (x² − y², 2xy) on a square at (1, 2), of the default side and a small one. */
export const square = mapAt('x^2-y^2, 2x*y', 1, 2);
export const smallSquare = mapAt('x^2-y^2, 2x*y', 1, 2, 0.1);

/** The same map at (1, 0.5). */
const half = mapAt('x^2-y^2, 2x*y', 1, 0.5);
export const halfArea = present(half.det);
export const halfStretches = present(half.singularValues);

/** (xy, x + y²) at (2, 3). */
export const product = present(mapAt('x*y, x+y^2', 2, 3).jacobian);

/** The map Wx + b in the figure's list. */
export const weightDet = present(mapAt('x+y/2-0.5, y-x/2', 0, 0).det);

/** The chapter's function of three outputs at (1, 2). */
export const example = vector.run(vector.defaults);
export const J = example.jacobian;

/** How fast each output moves when input `index`, counted from 0, grows at rate 1. */
export const column = (index: number): number[] => J.map((row) => at(row, index));

/** vᵀJ of it. */
export const vjp = (v1: number, v2: number, v3: number): number[] =>
  vector.run({ ...vector.defaults, v1, v2, v3 }).vjp;
