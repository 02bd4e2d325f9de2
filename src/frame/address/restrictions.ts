/**
 * What a teacher takes out of a learner's hands, in the address: `ID.hide=rate,steps` shows no such controls,
 * `ID.lock=rate` shows them and keeps their values.
 */
import type { Controls } from '../../figures/shared/contract.ts';
import { belongsTo, decode, keyOf, pairs } from './url-pairs.ts';

export interface Restrictions {
  hidden: readonly string[];
  locked: readonly string[];
}

export const free: Restrictions = { hidden: [], locked: [] };

const HIDE = 'hide';
const LOCK = 'lock';

/** Whether a key of an address restricts controls, and is no setting. */
export const isRestriction = (key: string): boolean => key === HIDE || key === LOCK;

/** Whether a pair of an address restricts the figure `id`. */
export const restricts = (id: string, pair: string): boolean =>
  belongsTo(id, pair) && isRestriction(keyOf(pair).slice(id.length + 1));

/** What the query part of an address takes away, and a sentence about what the figure does not have. */
export function readRestrictions(
  search: string,
  id: string,
  controls: Controls,
): Restrictions & { problems: string[] } {
  const named = (kind: string): string[] =>
    pairs(search)
      .filter((pair) => belongsTo(id, pair) && keyOf(pair) === `${id}.${kind}`)
      .flatMap((pair) => decode(pair.slice(pair.indexOf('=') + 1)).split(','))
      .map((key) => key.trim())
      .filter((key) => key !== '');
  const known = (key: string): boolean => Object.hasOwn(controls, key);
  const hidden = named(HIDE);
  const locked = named(LOCK);
  const strangers = [...hidden, ...locked].filter((key) => !known(key));
  return {
    hidden: hidden.filter(known),
    locked: locked.filter(known),
    problems: strangers.slice(0, 1).map(problemOf),
  };
}

const problemOf = (key: string): string =>
  `This figure has no setting “${key.slice(0, 40)}” to hide or lock; it was ignored.`;

/** The changes that are still allowed. */
export const allowed = <Changes extends object>(
  changes: Changes,
  { locked }: Restrictions,
): Changes =>
  locked.length === 0
    ? changes
    : (Object.fromEntries(
        Object.entries(changes).filter(([key]) => !locked.includes(key)),
      ) as Changes);

/** `to`, with every locked value as it is in `from`. */
export const withLocked = <Params extends object>(
  to: Params,
  from: Params,
  { locked }: Restrictions,
): Params => ({
  ...to,
  ...Object.fromEntries(Object.entries(from).filter(([key]) => locked.includes(key))),
});
