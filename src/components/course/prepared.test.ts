import { expect, test } from 'vitest';
import { lessons, type Prepared } from '../../../content/lessons.ts';
import { readRestrictions } from '../../frame/address/restrictions.ts';
import { parseState } from '../../frame/address/url-state.ts';
import type { FigureDefinition } from '../../figures/shared/contract.ts';
import { queryOf } from './prepared.ts';

const figures = import.meta.glob<FigureDefinition<object, object>>('../../figures/*/index.ts', {
  eager: true,
});
const prepared = lessons.flatMap(({ steps }) => steps.flatMap(({ figure }) => figure ?? []));

test.each(prepared)('a lesson prepares $id as its figure allows', (figure: Prepared) => {
  const { id, controls } = figures[`../../figures/${figure.id}/index.ts`] ?? {};
  if (id === undefined || controls === undefined) throw new Error(`no figure ${figure.id}`);
  const search = queryOf(figure);
  expect(parseState(search, id, controls)).toEqual({ settings: figure.set ?? {}, problems: [] });
  expect(readRestrictions(search, id, controls)).toEqual({
    hidden: figure.hide ?? [],
    locked: figure.lock ?? [],
    problems: [],
  });
});
