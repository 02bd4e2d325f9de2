/** A table as comma-separated text (RFC 4180), numbers in full precision. */

import type { Table } from '../../figures/shared/contract.ts';

const cell = (value: number | string | null): string => {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const toCsv = ({ columns, rows }: Table): string =>
  [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
