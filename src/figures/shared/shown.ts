import { type Shown, format } from './format.ts';

/** A number as prose writes it: as `format` does, with true minus signs. */
export const shown = (value: Shown, digits = 4): string =>
  format(value, digits).replaceAll('-', '−');
