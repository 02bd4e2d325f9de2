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

/** Options with the defaults of all optimisers, or what PyTorch throws where a number is out of its range. */
export function checked<Options extends { lr: number; betas?: readonly number[] }>(
  options: Options,
): Options & Required<OptimizerOptions> {
  if ((options.lr as number | undefined) === undefined) {
    throw new ValueError(
      "parameter group didn't specify a value of required optimization parameter lr",
    );
  }
  for (const [key, value] of Object.entries(options)) {
    if (typeof value !== 'number' || key === 'dampening') continue;
    const snakeCase = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const holds = value >= 0 && (key !== 'rho' || value <= 1);
    requireRange(NAMES[key] ?? `${snakeCase} value`, value, holds);
  }
  options.betas?.forEach((beta, i) => {
    requireRange(`beta parameter at index ${i}`, beta, beta >= 0 && beta < 1);
  });
  return { weightDecay: 0, maximize: false, ...options };
}
