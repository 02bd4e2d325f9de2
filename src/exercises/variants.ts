import { readNumber } from './read-answer.ts';

/** The lists of which numbers are drawn, and what is computed of them: see variants-schema.ts. */
interface Variants {
  numbers: Readonly<Record<string, readonly number[]>>;
  values?: Readonly<Record<string, string>> | undefined;
}

export type Drawn = Readonly<Record<string, number>>;

/**
 * One number of each list. Seeds that follow each other give all combinations but the exercise's own before
 * one comes again.
 */
export function draw(variants: Variants, seed: number): Drawn {
  const lists = Object.values(variants.numbers);
  const total = lists.reduce((product, { length }) => product * length, 1);
  // A prime stride visits every combination, and neighbours have little in common.
  return combination(variants, 1 + ((Math.abs(seed) * 7919) % (total - 1)));
}

/** The numbers of the exercise itself. */
export const own = (variants: Variants): Drawn => combination(variants, 0);

function combination({ numbers, values = {} }: Variants, index: number): Drawn {
  let rest = index;
  const drawn: Record<string, number> = {};
  for (const [name, list] of Object.entries(numbers)) {
    drawn[name] = list[rest % list.length] ?? NaN;
    rest = Math.floor(rest / list.length);
  }
  for (const [name, formula] of Object.entries(values)) drawn[name] = computed(formula, drawn);
  return drawn;
}

/** The number that a formula gives with these numbers. */
export function computed(formula: string, drawn: Drawn): number {
  const text = filled(formula, drawn);
  const read = readNumber(text);
  if ('problem' in read) throw new Error(`variants: ${text}: ${read.problem}`);
  return read.value;
}

const place = /\{([a-z]+)\}/g;

/** The formula with its numbers, a negative one in brackets. */
export const filled = (template: string, drawn: Drawn): string =>
  template.replace(place, (_, name: string) => {
    const value = numberNamed(name, drawn);
    return value < 0 ? `(${String(value)})` : String(value);
  });

/** The text with its numbers, in six digits and with a true minus; after an operator in brackets. */
export const inWords = (template: string, drawn: Drawn): string =>
  template.replace(place, (_, name: string, at: number) => {
    const value = numberNamed(name, drawn);
    const size = String(Number(Math.abs(value).toPrecision(6)));
    if (value >= 0) return size;
    return /[·+−/] ?$/.test(template.slice(0, at)) ? `(−${size})` : `−${size}`;
  });

function numberNamed(name: string, drawn: Drawn): number {
  const value = drawn[name];
  if (value === undefined) throw new Error(`variants: no list of numbers is called "${name}"`);
  return value;
}
