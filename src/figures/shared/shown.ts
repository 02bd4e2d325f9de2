import { type Shown, format } from './format.ts';

/** A number as prose writes it: as `format` does, with true minus signs. */
export const shown = (value: Shown, digits = 4): string =>
  format(value, digits).replaceAll('-', '−');

/** A whole number with a thin gap between thousands. */
export const grouped = (whole: number): string =>
  String(whole).replace(/\B(?=(\d{3})+$)/g, '\u202f');
