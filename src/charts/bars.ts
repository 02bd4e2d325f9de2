import type { Frame } from './frame.ts';
import type { Theme } from './style.ts';
import type { Bar, BarSeries } from './types.ts';

/** A bar in pixels, from its foot to its end. */
export interface DrawnBar {
  left: number;
  width: number;
  foot: number;
  end: number;
  colour: string;
  hollow: boolean;
}

/** Share of the distance between two names that their bars take. */
const share = 0.62;

/** Series side by side over each name; every second series is hollow, so that colour is not needed. */
export function barsOf(series: readonly BarSeries[]): Bar[] {
  const width = share / Math.max(1, series.length);
  const named = labelled(series);
  return series.flatMap(({ values, role, label }, rank) =>
    values.flatMap((value, index) => {
      if (value === null) return [];
      const at = index + 1 + (rank - (series.length - 1) / 2) * width;
      const bar = { at, value, width: 0.92 * width, role, hollow: rank % 2 === 1 };
      return [index === named[rank] && label ? { ...bar, label } : bar];
    }),
  );
}

/** Where each series is named: at its longest bar, or the next one where another is named already. */
function labelled(series: readonly BarSeries[]): (number | undefined)[] {
  const taken = new Set<number>();
  return series.map(({ values }) => {
    const size = (index: number) => Math.abs(values[index] ?? 0);
    const [place] = [...values.keys()]
      .filter((index) => !taken.has(index))
      .sort((a, b) => size(b) - size(a));
    if (place !== undefined) taken.add(place);
    return place;
  });
}

/** Bars of a frame, kept inside its plot. */
export function drawnBars(bars: readonly Bar[], { x, y, area }: Frame, theme: Theme): DrawnBar[] {
  const inside = (pixel: number) => Math.max(area.top, Math.min(area.bottom, pixel));
  const foot = inside(y.toPixel(y.log ? y.min : 0));
  return bars.map(({ at, value, width, role, hollow }) => ({
    left: x.toPixel(at - width / 2),
    width: x.toPixel(at + width / 2) - x.toPixel(at - width / 2),
    foot,
    end: y.log && value <= 0 ? foot : inside(y.toPixel(value)),
    colour: theme.roles[role],
    hollow: hollow ?? false,
  }));
}
