import type { PlotWindow, Position } from '../shared/contract.ts';
import { places } from '../shared/sample-curve.ts';

export type Line = Position[];

/** The part of the plane that is shown before the map. */
export const plane: PlotWindow = { x: { min: -3, max: 3 }, y: { min: -3, max: 3 } };

const across = (y: number, count: number): Line => places(plane.x, count).map((x) => ({ x, y }));
const upwards = (x: number, count: number): Line => places(plane.y, count).map((y) => ({ x, y }));

/** Where the lines of the grid stand, along x and along y. */
const steps = places(plane.x, 13);

/** The lines of the grid: those along x, then those along y. */
export const grid: readonly Line[] = [
  ...steps.map((y) => across(y, 41)),
  ...steps.map((x) => upwards(x, 41)),
];

/** The two lines through a point, fine enough for the magnifying glass. */
export const crossing = ({ x, y }: Position): Line[] => [across(y, 241), upwards(x, 241)];

/** The points in which the lines of the grid cross, row by row from below. */
export const gridPoints: readonly Position[] = steps.flatMap((y) => steps.map((x) => ({ x, y })));
