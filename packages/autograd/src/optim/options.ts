import { checkNamed } from '../core/check.ts';
import { ValueError } from '../core/errors.ts';
import { floatRepr } from '../format/python-float.ts';

/** The options that all optimisers but LBFGS have; they throw ValueError where a number is below 0. */
export interface OptimizerOptions {
  /** The learning rate, η. */
  lr: number;
  /** The multiple λ of the parameter that is added to its gradient; 0 unless said otherwise. */
  weightDecay?: number;
  /** Ascend instead of descend. */
  maximize?: boolean;
}

/** What an optimiser's options are inside, where the rate is always there. */
export type Full<Options> = OptimizerOptions & Options;

/** PyTorch's names of options in its complaints; of others it writes the name in snake case. */
const NAMES: Readonly<Record<string, string>> = { lr: 'learning rate', eps: 'epsilon value' };

function requireRange(name: string, value: number, holds: boolean): void {
  if (!holds) throw new ValueError(`Invalid ${name}: ${floatRepr(value)}`);
}

/** Throws TypeError for options that are not among the defaults, or not of their kind. */
export function requireKinds(who: string, defaults: object, given: unknown): void {
  const letters: Record<string, string> = { number: 'n', boolean: 'b' };
  const named = Object.entries(defaults).map(
    ([name, value]) => `*${name}:${letters[typeof value] ?? '?'}`,
  );
  checkNamed([who, ...named].join(' '), given);
}

/** Options with the defaults of all optimisers, or what PyTorch throws where a number is out of its range. A rate may be in the groups. */
export function withDefaults<Options extends object>(
  who: string,
  defaults: Omit<Required<Options>, keyof OptimizerOptions> & Partial<OptimizerOptions>,
  given: Options,
): Required<Options> & Required<OptimizerOptions> {
  const base = { lr: NaN, weightDecay: 0, maximize: false, ...defaults };
  requireKinds(who, base, given);
  const options: object = { ...base, ...given };
  for (const [key, value] of Object.entries(options) as [string, unknown][]) {
    if (Number.isNaN(value) && !(key in given)) continue;
    if (typeof value !== 'number' || key === 'dampening') continue;
    const snakeCase = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const holds = value >= 0 && (key !== 'rho' || value <= 1);
    requireRange(NAMES[key] ?? `${snakeCase} value`, value, holds);
  }
  const { betas = [] } = options as { betas?: readonly number[] };
  betas.forEach((beta, i) => {
    requireRange(`beta parameter at index ${i}`, beta, beta >= 0 && beta < 1);
  });
  return options as Required<Options> & Required<OptimizerOptions>;
}
