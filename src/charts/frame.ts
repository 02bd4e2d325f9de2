import { fontSize, textWidth, tickWidth } from './text.ts';
import { tickLabels, type TickLabel } from './tick-label.ts';
import { ticks, type Ticks } from './ticks.ts';
import type { Axis, ChartSpec } from './types.ts';
import { stillWidths, widthClass } from './width-class.ts';

export interface Size {
  width: number;
  height: number;
}

/** A rectangle in the picture, in pixels from its top left corner. */
export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface FramedAxis extends Ticks {
  name: string;
  log: boolean;
  labels: TickLabel[];
  toPixel: (value: number) => number;
  toValue: (pixel: number) => number;
}

/** Where everything stands: the plot's rectangle and both axes mapped onto it. */
export interface Frame {
  size: Size;
  area: Area;
  x: FramedAxis;
  y: FramedAxis;
}

const nameRow = fontSize + 10;
const tickRow = fontSize + 10;

/** Lays a chart out. Pure: a server without a canvas and a browser get the same pixels. */
export function frame(spec: ChartSpec, size: Size): Frame {
  const exact = spec.exact ?? spec.field !== undefined;
  // Ticks depend on the width class alone: waking or resizing a chart does not change its numbers.
  const zoom = stillWidths[widthClass(size.width)] / size.width;
  const top = spec.y.label ? nameRow : 10;
  const bottom = size.height - tickRow - (spec.x.label ? nameRow - 4 : 0);
  const y = labelled(spec.y, (bottom - top) * zoom, {
    near: spec.equalUnits ? 66 : 52,
    tight: 26,
    exact,
  });
  const left = Math.ceil(Math.max(...y.labels.map(tickWidth), 14)) + 10;
  const x = labelled(spec.x, (size.width - left - 16) * zoom, {
    near: spec.equalUnits ? 66 : 80,
    tight: 36,
    exact,
  });
  const right =
    size.width - Math.ceil(Math.max(tickWidth(x.labels.at(-1) ?? { text: '' }) / 2, 10)) - 4;
  const room = { left, top, right, bottom };
  const area = spec.equalUnits ? equalUnits(room, x, y) : room;
  return {
    size,
    area,
    x: mapped(x, spec.x, area.left, area.right),
    y: mapped(y, spec.y, area.bottom, area.top),
  };
}

/** Height over width that gives the plot of an equal-units chart no unused room at this width. */
export function equalUnitsHeight({ x, y }: Pick<ChartSpec, 'x' | 'y'>, width: number): number {
  const ratio = (y.max - y.min) / (x.max - x.min);
  const sides = 48;
  const ends = nameRow + tickRow + nameRow - 4;
  return (width - sides) * Math.max(0.5, Math.min(1.25, ratio || 1)) + ends;
}

function labelled(
  axis: Axis,
  length: number,
  { near, tight, exact }: { near: number; tight: number; exact: boolean },
) {
  const widest = axis.scale === 'log' ? 0 : widestOf(axis) - 24;
  const most = Math.max(1, Math.floor(length / Math.max(tight, tight + widest)));
  const wanted = Math.max(1, Math.min(most, Math.round(length / near)));
  const made = ticks(axis, { wanted, most, exact });
  return { ...made, labels: labelsOf(axis, made.values) };
}

function widestOf({ names, max }: Axis): number {
  return Math.max(...(names ?? [String(max)]).map((text) => textWidth(text)));
}

function labelsOf({ names, scale }: Axis, values: readonly number[]): TickLabel[] {
  return names
    ? values.map((value) => ({ text: names[value - 1] ?? '' }))
    : tickLabels(values, scale === 'log');
}

/** Shrinks the longer side, around its middle, until both axes have as many pixels per unit. */
function equalUnits(room: Area, x: Ticks, y: Ticks): Area {
  const unit = Math.min(
    (room.right - room.left) / (x.max - x.min),
    (room.bottom - room.top) / (y.max - y.min),
  );
  const across = (room.right - room.left - unit * (x.max - x.min)) / 2;
  const down = room.bottom - room.top - unit * (y.max - y.min);
  return {
    ...room,
    left: room.left + across,
    right: room.right - across,
    bottom: room.bottom - down,
  };
}

function mapped(
  made: Ticks & { labels: TickLabel[] },
  axis: Axis,
  start: number,
  end: number,
): FramedAxis {
  const log = axis.scale === 'log';
  const low = log ? Math.log10(made.min) : made.min;
  const high = log ? Math.log10(made.max) : made.max;
  const perUnit = (end - start) / (high - low);
  return {
    ...made,
    name: axis.label,
    log,
    toPixel: (value) => start + ((log ? Math.log10(value) : value) - low) * perUnit,
    toValue: (pixel) => {
      const value = low + (pixel - start) / perUnit;
      return log ? 10 ** value : value;
    },
  };
}
