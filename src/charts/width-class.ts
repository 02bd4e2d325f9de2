/** Width classes of a chart's box. The container queries of Chart.svelte switch at the same width. */
export type WidthClass = 'narrow' | 'wide';

export const wideFrom = 430;

/** Widths of the posters, near the middle of each class. */
export const posterWidths: Record<WidthClass, number> = { narrow: 340, wide: 520 };

export function widthClass(width: number): WidthClass {
  return width < wideFrom ? 'narrow' : 'wide';
}
