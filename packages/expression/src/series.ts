/**
 * What a formula looks like on one side of a point, for small t > 0: a sum of terms c tᵖ and a remainder.
 * Every coefficient carries a bound of its rounding error, so that a zero is told from a small number.
 */

/** A number and the most that rounding may have put it wrong by. */
export interface Rounded {
  value: number;
  error: number;
}

interface Term extends Rounded {
  power: number;
}

export interface Series {
  /** By ascending powers, which may be fractions and negative; none is zero within its error. */
  terms: readonly Term[];
  /** What is left out is at most of the size tᵒ. Infinite: nothing is left out. */
  order: number;
}

const unit = 2 ** -53;
const mostTerms = 6;

/** Fractions of powers add up to whole numbers but for rounding. */
const samePower = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

function series(terms: readonly Term[], order: number): Series {
  const kept = terms
    .filter(({ value, error, power }) => Math.abs(value) > error && power < order - 1e-9)
    .sort((a, b) => a.power - b.power);
  return {
    terms: kept.slice(0, mostTerms),
    order: Math.min(order, kept[mostTerms]?.power ?? order),
  };
}

/** A whole number is exact; any other was rounded when it was read. */
export const rounded = (value: number): Rounded => ({
  value,
  error: Number.isInteger(value) ? 0 : unit * Math.abs(value),
});

export const constant = ({ value, error }: Rounded): Series =>
  series([{ power: 0, value, error }], Infinity);

/** x + d t */
export const moving = (x: number, d: number): Series =>
  add(constant(rounded(x)), series([{ ...rounded(d), power: 1 }], Infinity));

export const leadOf = ({ terms }: Series): Term | undefined => terms[0];

/** The power that the series starts with, known or not. */
const startOf = ({ terms, order }: Series): number => terms[0]?.power ?? order;

export const isZero = ({ terms, order }: Series): boolean =>
  terms.length === 0 && order === Infinity;

/** Nothing is known of it but its size: not even its sign. */
export const isUnknown = ({ terms, order }: Series): boolean =>
  terms.length === 0 && order < Infinity;

/** Its limit at t = 0, where it does not grow without bound. */
export const limitOf = (u: Series): Rounded =>
  u.terms.find(({ power }) => samePower(power, 0)) ?? { value: 0, error: 0 };

export function add(a: Series, b: Series): Series {
  const order = Math.min(a.order, b.order);
  const sums: Term[] = a.terms.map((term) => ({ ...term }));
  for (const term of b.terms) {
    const twin = sums.find(({ power }) => samePower(power, term.power));
    if (twin === undefined) sums.push(term);
    else {
      twin.value += term.value;
      twin.error += term.error + unit * Math.abs(twin.value);
    }
  }
  return series(sums, order);
}

export const negate = ({ terms, order }: Series): Series => ({
  terms: terms.map((term) => ({ ...term, value: -term.value })),
  order,
});

export const subtract = (a: Series, b: Series): Series => add(a, negate(b));

export function multiply(a: Series, b: Series): Series {
  if (isZero(a) || isZero(b)) return { terms: [], order: Infinity };
  const order = Math.min(a.order + startOf(b), b.order + startOf(a));
  return b.terms
    .map((term) =>
      series(
        a.terms.map((other) => product(other, term)),
        Infinity,
      ),
    )
    .reduce(add, { terms: [], order });
}

function product(a: Term, b: Term): Term {
  const value = a.value * b.value;
  const error =
    Math.abs(a.value) * b.error + Math.abs(b.value) * a.error + a.error * b.error + ulp(value);
  return { power: a.power + b.power, value, error };
}

/** Half a unit in the last place; a whole number is exact. */
const ulp = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 2 ** 53 ? 0 : unit * Math.abs(value);

/** u with its remainder, which is of size tᵒ, cut off there. */
export const upTo = (order: number, { terms, order: known }: Series): Series =>
  series(terms, Math.min(order, known));

/**
 * uʳ = c^r t^(pr) (1 + ε)^r for u = c tᵖ (1 + ε), by the binomial series. `undefined` where a negative
 * number has no such power, null where u is not known well enough.
 */
export function power(u: Series, r: number): Series | undefined | null {
  if (r === 0) return constant(rounded(1));
  const lead = leadOf(u);
  if (lead === undefined) return powerOfNothing(u, r);
  if (lead.value < 0 && !Number.isInteger(r)) return undefined;
  const value = lead.value ** r;
  const relative = Math.abs(r) * (lead.error / Math.abs(lead.value));
  const error = Math.abs(value) * relative + (Number.isInteger(r) ? ulp(value) : 4 * unit * value);
  const front = series([{ power: lead.power * r, value, error }], Infinity);
  return multiply(front, binomial(epsilonOf(u, lead), r));
}

function powerOfNothing(u: Series, r: number): Series | undefined | null {
  if (isZero(u)) return r > 0 ? u : undefined;
  return r > 0 && Number.isInteger(r) ? { terms: [], order: u.order * r } : null;
}

/** u / (c tᵖ) − 1 */
function epsilonOf(u: Series, lead: Term): Series {
  const terms = u.terms.slice(1).map(({ power, value, error }) => ({
    power: power - lead.power,
    value: value / lead.value,
    error: error / Math.abs(lead.value) + Math.abs(value / lead.value) * 2 * unit,
  }));
  return series(terms, u.order - lead.power);
}

/** (1 + ε)^r up to its sixth term */
function binomial(epsilon: Series, r: number): Series {
  const one = constant(rounded(1));
  let sum = one;
  let term = one;
  for (let k = 1; k < mostTerms; k++) {
    term = multiply(multiply(term, epsilon), constant(rounded((r - k + 1) / k)));
    sum = add(sum, term);
  }
  const whole = Number.isInteger(r) && r >= 0 && r < mostTerms;
  return whole ? sum : upTo(mostTerms * startOf(epsilon), sum);
}

/**
 * g(c + δ) = g(c) + g′(c) δ + O(δ²) for a smooth g. `undefined` where g has no value at c, null where it has
 * no slope there or u no limit c.
 */
export function compose(
  u: Series,
  g: (c: number) => number,
  slopeAt: (c: number) => number,
): Series | undefined | null {
  if (startOf(u) < 0 || u.order <= 0) return null;
  const c = limitOf(u);
  const value = g(c.value);
  if (Number.isNaN(value)) return undefined;
  const slope = slopeAt(c.value);
  if (!Number.isFinite(value) || !Number.isFinite(slope)) return null;
  const delta = subtract(u, constant(c));
  const error = Math.abs(slope) * c.error + 2 * unit * Math.abs(value);
  const linear = multiply(delta, constant({ value: slope, error: 4 * unit * Math.abs(slope) }));
  return upTo(2 * startOf(delta), add(constant({ value, error }), linear));
}
