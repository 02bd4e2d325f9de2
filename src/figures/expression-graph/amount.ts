/** A number that may have become NaN, as plain data: structured clones and tables hold no NaN. */
import { digits } from '../shared/worked.ts';

export type Amount = number | 'nan';

export const amount = (value: number): Amount => (Number.isNaN(value) ? 'nan' : value + 0);

/** As a picture and a formula show it. */
export const amountText = (value: Amount): string => (value === 'nan' ? 'NaN' : digits(value));

/** The same as a factor or a term, where a negative number needs brackets. */
export const factorText = (value: Amount): string =>
  value !== 'nan' && value < 0 ? `(${digits(value)})` : amountText(value);
