import { at } from '../shared/at.ts';
import { formatted } from '../shared/format.ts';
import type { Params, Result } from './experiment.ts';
import type { Complex, Regime } from './roots.ts';

/** What happened, in words. */
export function describe({ alpha, beta, lambda }: Params, result: Result): string {
  const { regime, measured } = result;
  const settings = `αλ = ${formatted(alpha)} · ${formatted(lambda)} = ${formatted(result.product)}, β = ${formatted(beta)}`;
  const found = `Measured over steps ${String(measured.from)} to ${String(measured.to)}: ${formatted(measured.rate)}.`;
  return [`${settings}: ${regimeWords[regime](beta, result)}`, rateWords(beta, result), found].join(
    ' ',
  );
}

export const describeStep = ({ drawn }: Result, step: number): string =>
  `x is ${formatted(at(drawn, step).y)}.`;

/** A root as a readout shows it: 0.75 + 0.49i. */
export function rootText({ re, im }: Complex): string {
  if (im === 0) return formatted(re, 3);
  return `${formatted(re, 3)} ${im < 0 ? '−' : '+'} ${formatted(Math.abs(im), 3)}i`;
}

/** Both roots, or the one that counts twice. */
export function rootsText({ roots, kind }: Pick<Result, 'roots' | 'kind'>): string {
  const [first, second] = roots;
  if (kind === 'double') return `${rootText(first)}, twice`;
  if (kind === 'complex') return `${formatted(first.re, 3)} ± ${formatted(first.im, 3)}i`;
  return `${rootText(first)} and ${rootText(second)}`;
}

const regimeWords: Record<Regime, (beta: number, result: Result) => string> = {
  'lands in one step': () => 'the first step lands on the minimum.',
  monotone: () => 'x falls towards the minimum and never crosses it.',
  'critically damped': () =>
    'critically damped: both roots coincide, and a little more β would let x ripple.',
  ripples: () => 'x ripples: it crosses the minimum again and again, each time by less.',
  alternating: () =>
    'x alternates: every step crosses the minimum, because αλ is above 1 + β, and it still shrinks.',
  'bounces forever': (beta) =>
    beta === 1
      ? 'x bounces forever: with β = 1 nothing of the speed is ever lost.'
      : 'x bounces forever: αλ is exactly 2(1 + β), and one root is −1.',
  diverges: divergesWords,
};

function divergesWords(beta: number, { product, farAt, kind }: Result): string {
  const cause =
    beta > 1
      ? 'β is above 1, so the speed grows by itself'
      : product > 2 * (1 + beta)
        ? 'αλ is above 2(1 + β), so one root is below −1'
        : 'both roots are −1, and the error grows in proportion to the step';
  const when =
    farAt === null
      ? ' More slowly than the picture shows.'
      : ` At step ${String(farAt)} x is more than ten times as far away as at the start.`;
  return `x diverges: ${cause}${kind === 'complex' ? ', while x swings' : ''}.${when}`;
}

function rateWords(beta: number, { kind, rate, roots, best }: Result): string {
  if (kind === 'complex')
    return `The roots ${rootsText({ roots, kind })} are complex, so the rate is √β = ${formatted(rate)}.`;
  const others =
    beta === best.beta
      ? ''
      : best.beta < 1
        ? `, and the best β for this αλ, ${formatted(best.beta)}, would give ${formatted(best.rate)}`
        : '';
  const which = kind === 'double' ? 'double root' : 'larger of the two real roots';
  return `The rate is the size of the ${which}, ${formatted(at(roots, 0).re)}${others}.`;
}
