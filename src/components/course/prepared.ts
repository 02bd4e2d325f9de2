/** Addresses of figures that are prepared for a lesson. */
import type { Prepared } from '../../../content/lessons.ts';

/** The query part: settings, then what is hidden and what is locked. */
export function queryOf({ id, set = {}, hide = [], lock = [] }: Prepared): string {
  const settings = Object.entries(set).map(
    ([key, value]) => `${id}.${key}=${encodeURIComponent(value)}`,
  );
  const restrictions = [
    ...(hide.length > 0 ? [`${id}.hide=${encodeURIComponent(hide.join(','))}`] : []),
    ...(lock.length > 0 ? [`${id}.lock=${encodeURIComponent(lock.join(','))}`] : []),
  ];
  const all = [...settings, ...restrictions];
  return all.length === 0 ? '' : `?${all.join('&')}`;
}
