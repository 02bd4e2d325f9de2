import { equalUnitsHeight } from './layout.ts';
import type { Size } from './plot.ts';
import type { ChartSpec } from './types.ts';
import { posterWidths, type WidthClass } from './width-class.ts';

/** Width over height of the box in each class: fixed, so that nothing on the page moves. */
export function boxAspect(
  spec: Pick<ChartSpec, 'x' | 'y' | 'equalUnits' | 'flat'>,
  of: WidthClass,
): number {
  if (spec.flat) return of === 'wide' ? 11 / 5 : 8 / 5;
  if (!spec.equalUnits) return of === 'wide' ? 16 / 10 : 4 / 3;
  const width = posterWidths[of];
  return Number((width / equalUnitsHeight(spec, width)).toFixed(4));
}

export function posterSize(spec: ChartSpec, of: WidthClass): Size {
  const width = posterWidths[of];
  return { width, height: Math.round(width / boxAspect(spec, of)) };
}
