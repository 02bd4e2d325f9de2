import type { ChartSpec, Handle } from './types.ts';

/** How a picture is named. */
export interface Titled {
  /** What a screen reader says in place of the picture. */
  label: string;
  title: string;
  /** How it shows it, softer: the formula, "log scale". */
  note?: string;
  /** A click or tap on the plot, in units of the axes. What it does must be possible by keyboard too. */
  onpoint?: ((x: number, y: number) => void) | undefined;
}

/** What a chart component is given to draw: axes, and whatever else there is. */
export type Drawn = Pick<ChartSpec, 'x' | 'y'> &
  Partial<Omit<ChartSpec, 'x' | 'y' | 'handles'>> & { handles?: readonly Handle[] };

/** The whole chart: nothing where nothing is said. */
export const chartSpec = (drawn: Drawn): ChartSpec => ({
  curves: [],
  points: [],
  arrows: [],
  handles: [],
  equalUnits: false,
  ...drawn,
});

/** Names of the arrows that end beyond the picture, for those who cannot see where they are cut off. */
export const leaving = ({ arrows, x, y }: ChartSpec): string[] =>
  arrows.flatMap(({ label, to }) =>
    label && (to.x < x.min || to.x > x.max || to.y < y.min || to.y > y.max) ? [label] : [],
  );
