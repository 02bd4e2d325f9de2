import { type Ends, ends } from './ends.ts';
import type { Area, Size } from './plot.ts';
import { tickWidth } from './text.ts';
import { tickLabels } from './tick-label.ts';
import type { Axis, ChartSpec } from './types.ts';
import { posterWidths, widthClass } from './width-class.ts';

/** Rows above and below the plot: the name of y, the ticks of x, the name of x. */
export const rows = { above: 22, ticks: 22, below: 18 };
/** Free room on the right, and between tick labels and the plot. */
const margin = 14;
export const tickGap = 10;

export interface AxisLayout extends Ends {
  /** Ticks at most. */
  limit: number;
}

/** Ends of both axes, and what stands around the plot, in pixels. */
export interface Layout {
  x: AxisLayout;
  y: AxisLayout;
  /** Width of the y axis with its tick labels. */
  left: number;
  /** Room around all, which gives a chart of equal units its proportions. */
  padding: Area;
}

/**
 * Lays a chart out before it is drawn, from estimates of its texts: nothing is measured while a slider
 * moves, and a server gets the pixels of a browser.
 */
export function layout(spec: ChartSpec, size: Size): Layout {
  const exact = spec.exact ?? spec.field !== undefined;
  // Ticks depend on the width class alone: waking or resizing a chart does not change its numbers.
  const zoom = posterWidths[widthClass(size.width)] / size.width;
  const axis = (of: Axis, length: number, near: number, tight: number): AxisLayout => {
    const most = Math.max(1, Math.floor((length * zoom) / tight));
    const wanted = Math.max(1, Math.min(most, Math.round((length * zoom) / near)));
    return { ...ends(of, { wanted, most }, exact), limit: wanted + 2 };
  };
  const top = spec.y.label ? 0 : margin;
  const height = size.height - top - around(spec);
  const y = axis(spec.y, height, spec.equalUnits ? 66 : 52, 26);
  const left = Math.ceil(Math.max(14, ...shown(spec.y, y).map(tickWidth))) + tickGap;
  const width = size.width - left - margin;
  const x = axis(spec.x, width, spec.equalUnits ? 66 : 80, widest(spec.x) + 12);
  const padding = { left: 0, top, right: margin, bottom: 0 };
  return {
    x,
    y,
    left,
    padding: spec.equalUnits ? even(padding, { width, height }, x, y) : padding,
  };
}

/** Height over width that gives the plot of an equal-units chart no unused room at this width. */
export function equalUnitsHeight(spec: Pick<ChartSpec, 'x' | 'y'>, width: number): number {
  const ratio = (spec.y.max - spec.y.min) / (spec.x.max - spec.x.min);
  return (width - 48) * Math.max(0.5, Math.min(1.25, ratio || 1)) + around(spec);
}

/** Height of the rows above and below the plot. */
const around = ({ x, y }: Pick<ChartSpec, 'x' | 'y'>): number =>
  (y.label ? rows.above : 0) + rows.ticks + (x.label ? rows.below : 0);

/** Width of the labels of an axis before its ticks are known, but at least that of a short number. */
function widest(axis: Axis): number {
  if (axis.scale === 'log') return 24;
  const { min, max } = axis;
  const labels = axis.names ?? shown(axis, { min, max, limit: 8, step: (max - min) / 8 });
  return Math.max(24, ...labels.map(tickWidth));
}

/** The widest of the labels that an axis will have, or one as wide. */
function shown({ scale }: Axis, { min, max, step, limit }: AxisLayout): string[] {
  if (scale === 'log') return tickLabels([min, max], true);
  const apart = step ?? Number(((max - min) / limit).toPrecision(1));
  const first = Math.ceil(min / apart);
  const last = Math.floor(max / apart);
  return tickLabels(
    [first, first + 1, last].map((count) => count * apart),
    false,
  );
}

/** Shrinks the longer side until both axes have as many pixels per unit, around the middle of x. */
function even(padding: Area, room: Size, x: Ends, y: Ends): Area {
  const unit = Math.min(room.width / (x.max - x.min), room.height / (y.max - y.min));
  const across = (room.width - unit * (x.max - x.min)) / 2;
  const down = room.height - unit * (y.max - y.min);
  return {
    left: padding.left + across,
    right: padding.right + across,
    top: padding.top,
    bottom: padding.bottom + down,
  };
}
