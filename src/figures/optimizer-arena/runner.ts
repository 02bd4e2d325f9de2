import { at } from '../shared/at.ts';
import type { Position, Work } from '../shared/contract.ts';
import { lastWorkOf } from '../shared/last-of.ts';
import { exhaust } from '../shared/work.ts';
import { distanceToNearest } from './minima.ts';
import { type Name, names } from './optimizers.ts';
import { type Regime, regimeOf } from './regime.ts';
import { type Course, type Trajectory, trajectoryOf } from './trajectory.ts';

/** One optimiser of the race, and how it did. */
export interface Runner extends Pick<Trajectory, 'places' | 'stopped' | 'indefinite'> {
  name: Name;
  rate: number;
  /** f after the last step; null where it has no value at the start. */
  finalValue: number | null;
  /** From there to the nearest known minimum; null where none is known. */
  distance: number | null;
  /** The step from which on it stays within `tolerance` of one; null where it does not. */
  arrival: number | null;
  /** Gradients of f that it asked for until then, or in all. */
  gradients: number;
  regime: Regime;
}

/** As near as this to a minimum is there. */
export const tolerance = 0.01;

/** Each optimiser remembers its last trajectory: moving one rate runs one again. */
const remembered = Object.fromEntries(
  names.map((name) => [
    name,
    lastWorkOf(
      (rate: number, course: Course) => JSON.stringify([rate, course]),
      (rate: number, course: Course) => trajectoryOf(name, rate, course),
    ),
  ]),
) as Record<Name, (rate: number, course: Course) => Work<Trajectory>>;

export const trajectory = (name: Name, rate: number, course: Course): Work<Trajectory> =>
  remembered[name](rate, course);

/** How a trajectory did, among these minima. */
export function runnerOf(
  name: Name,
  rate: number,
  course: Course,
  minima: readonly Position[],
): Runner {
  const run = exhaust(trajectory(name, rate, course));
  const { places, stopped, indefinite, evaluations } = run;
  const last = places.at(-1);
  const distances =
    minima.length === 0 ? [] : places.map((place) => distanceToNearest(place, minima) ?? Infinity);
  const arrival = stopped ? null : arrivalOf(distances);
  return {
    places,
    stopped,
    indefinite,
    name,
    rate,
    finalValue: last ? last.value : null,
    distance: last && distances.length > 0 ? at(distances, -1) : null,
    arrival,
    gradients: (arrival === null ? evaluations.at(-1) : at(evaluations, arrival)) ?? 0,
    regime: regimeOf(course.f, run, arrival !== null, distances),
  };
}

/** The first place after which none is further away than the tolerance. */
function arrivalOf(distances: readonly number[]): number | null {
  const outside = distances.findLastIndex((distance) => distance > tolerance);
  return outside + 1 < distances.length ? outside + 1 : null;
}

/** Who arrives first, then who asked for fewer gradients; if nobody does, who ends nearest, or lowest. */
export function bestOf(runners: readonly Runner[]): Runner | null {
  const standing = runners.filter(({ stopped, places }) => !stopped && places.length > 0);
  const rank = ({ arrival, gradients, distance, finalValue }: Runner): number[] => [
    arrival ?? Infinity,
    arrival === null ? 0 : gradients,
    distance ?? Infinity,
    finalValue ?? Infinity,
  ];
  return standing.toSorted((a, b) => compared(rank(a), rank(b)))[0] ?? null;
}

function compared(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, i) => value !== at(b, i));
  return index === -1 ? 0 : at(a, index) < at(b, index) ? -1 : 1;
}
