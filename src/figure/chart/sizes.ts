import { equalUnitsHeight, type Size } from './frame.ts';
import type { ChartSpec } from './types.ts';

/** Width classes of a chart's box. The container queries of Chart.svelte switch at the same width. */
export type WidthClass = 'narrow' | 'wide';

/** Widths of the still pictures, near the middle of each class. */
const stillWidths: Record<WidthClass, number> = { narrow: 340, wide: 520 };

/** Width over height of the box in each class: fixed, so that nothing on the page moves. */
export function boxAspect(spec: Pick<ChartSpec, 'x' | 'y' | 'equalUnits'>, of: WidthClass): number {
  if (!spec.equalUnits) return of === 'wide' ? 16 / 10 : 4 / 3;
  const width = stillWidths[of];
  return Number((width / equalUnitsHeight(spec, width)).toFixed(4));
}

export function stillSize(spec: ChartSpec, of: WidthClass): Size {
  const width = stillWidths[of];
  return { width, height: Math.round(width / boxAspect(spec, of)) };
}
