/**
 * Stands in for Chart.js's colour library in the browser (3 KB gzip). Colours here come from the
 * tokens and are drawn as they are.
 */
export class Color {
  readonly valid = false;
}
