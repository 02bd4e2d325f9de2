/** The lists of which numbers are drawn: see variants-schema.ts. */
type Numbers = Readonly<Record<string, readonly number[]>>;

export type Drawn = Readonly<Record<string, number>>;

/**
 * One number of each list. Seeds that follow each other give all combinations but the exercise's own before
 * one comes again.
 */
export function draw(lists: Numbers, seed: number): Drawn {
  const total = Object.values(lists).reduce((product, { length }) => product * length, 1);
  // A prime stride visits every combination, and neighbours have little in common.
  return combination(lists, 1 + ((Math.abs(seed) * 7919) % (total - 1)));
}

/** The numbers of the exercise itself. */
export const own = (lists: Numbers): Drawn => combination(lists, 0);

function combination(lists: Numbers, index: number): Drawn {
  let rest = index;
  const drawn = Object.entries(lists).map(([name, list]) => {
    const value = list[rest % list.length];
    rest = Math.floor(rest / list.length);
    return [name, value];
  });
  return Object.fromEntries(drawn) as Drawn;
}

/** The text with its numbers: a negative one in brackets in a formula, with a true minus in words. */
export const filled = (template: string, drawn: Drawn): string =>
  template.replace(/\{([a-z]+)\}/g, (_, name: string) => numberNamed(name, drawn));

export const inWords = (template: string, drawn: Drawn): string =>
  template.replace(/\{([a-z]+)\}/g, (_, name: string) => asWord(numberNamed(name, drawn)));

const asWord = (number: string): string => number.replace(/[()]/g, '').replace('-', '−');

function numberNamed(name: string, drawn: Drawn): string {
  const value = drawn[name];
  if (value === undefined) throw new Error(`variants: no list of numbers is called "${name}"`);
  return value < 0 ? `(${String(value)})` : String(value);
}
