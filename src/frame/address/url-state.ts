/**
 * A figure's settings in the address of the page: `?ID.key=value&…#ID`. Pure: text in, text out.
 * Keys of other figures pass through untouched.
 */

import { fit } from '../controls/bounds.ts';
import type {
  Control,
  Controls,
  SetControl,
  Setting,
  Settings,
} from '../../figures/shared/contract.ts';
import { membersOf, setText } from '../../figures/shared/members.ts';
import { isNumberControl, isSetControl, isTextControl } from '../controls/control.ts';
import { formatSetting } from '../../figures/shared/format.ts';
import { readNumber } from '../controls/number-text.ts';
import { isRestriction, restricts } from './restrictions.ts';
import { belongsTo, decode, keyOf, pairs } from './url-pairs.ts';

const LONGEST_QUOTE = 40;

/** Cut between characters: never within the two halves of one such as 𝑥. */
const quote = (text: string): string =>
  text.length > LONGEST_QUOTE
    ? `“${text.slice(0, LONGEST_QUOTE).replace(/[\uD800-\uDBFF]$/, '')}…”`
    : `“${text}”`;

/**
 * A plus is a space where the text was encoded by a form, which writes a plus as %2B and leaves no
 * sign of a formula as it is; it is itself where somebody typed `?f=x^2+1` by hand.
 */
const decodeValue = (text: string): string => {
  const byForm = /%2b/i.test(text) || (/^[\w.*+%-]*$/.test(text) && text.includes('%'));
  return decode(byForm ? text.replaceAll('+', ' ') : text);
};

const valueOf = (pair: string): string => decodeValue(pair.slice(pair.indexOf('=') + 1));

interface Reading {
  value?: Setting;
  problem?: string;
}

const readSet = (text: string, control: SetControl): Reading => {
  const members = membersOf(text);
  const stranger = members.find((name) => !control.several.some(({ value }) => value === name));
  const value = setText(control, members);
  if (stranger === undefined) return { value };
  const problem = `${control.label}: ${quote(stranger)} is not one of the choices and was ignored.`;
  return value === '' ? { problem } : { value, problem };
};

const readSetting = (text: string, control: Control): Reading => {
  if (isSetControl(control)) return readSet(text, control);
  if (isTextControl(control)) {
    const problem = control.problem(text);
    if (problem === undefined) return { value: text };
    return { problem: `${control.label}: ${quote(text)} ${problem} and was ignored.` };
  }
  if (!isNumberControl(control)) {
    const known = control.options.some(({ value }) => value === text);
    const typed = control.own !== undefined && text.trim() !== '';
    return known || typed
      ? { value: text }
      : { problem: `${control.label}: ${quote(text)} is not one of the choices and was ignored.` };
  }
  const number = readNumber(text);
  if (number === null) {
    return { problem: `${control.label}: ${quote(text)} is not a number and was ignored.` };
  }
  const { value, problem } = fit(number, control);
  if (problem === undefined) return { value };
  return {
    value,
    problem: `${control.label}: ${quote(text)} became ${formatSetting(value)}, because ${problem}.`,
  };
};

export interface UrlState {
  /** Only what the address says and can be read. */
  settings: Record<string, Setting>;
  /** Sentences about what was ignored or changed. */
  problems: string[];
}

const NAMED = 3;

/** One sentence, however many they are: an address may hold ten thousand. */
const unknownSettings = (keys: readonly string[]): string => {
  if (keys.length === 1)
    return `This figure has no setting ${quote(keys[0] ?? '')}; it was ignored.`;
  const named = keys.slice(0, NAMED).map(quote);
  const rest = keys.length - named.length;
  const list = rest === 0 ? named : [...named, `${rest} more`];
  return `This figure has no settings ${new Intl.ListFormat('en').format(list)}; they were ignored.`;
};

/** Reads the settings of the figure `id` from the query part of an address. Of two for one key the last counts. */
export function parseState(search: string, id: string, controls: Controls): UrlState {
  const readings = new Map<string, Reading>();
  const unknown = new Set<string>();
  for (const pair of pairs(search).filter((pair) => belongsTo(id, pair))) {
    const key = keyOf(pair).slice(id.length + 1);
    if (isRestriction(key)) continue;
    const control = Object.hasOwn(controls, key) ? controls[key] : undefined;
    if (control === undefined) unknown.add(key);
    else readings.set(key, readSetting(valueOf(pair), control));
  }
  const state: UrlState = { settings: {}, problems: [] };
  for (const [key, { value, problem }] of readings) {
    if (value !== undefined) state.settings[key] = value;
    if (problem !== undefined) state.problems.push(problem);
  }
  if (unknown.size > 0) state.problems.push(unknownSettings([...unknown]));
  return state;
}

/** The query part with this figure's settings where they differ from its defaults, and all else as it was. */
export function serialiseState(
  search: string,
  id: string,
  settings: Settings,
  defaults: Settings,
): string {
  const others = pairs(search).filter((pair) => !belongsTo(id, pair) || restricts(id, pair));
  const own = Object.entries(settings)
    .filter(([key, value]) => value !== defaults[key])
    .map(([key, value]) => `${id}.${key}=${encodeURIComponent(value)}`);
  const all = [...others, ...own];
  return all.length === 0 ? '' : `?${all.join('&')}`;
}
