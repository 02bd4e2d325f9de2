import type { ConstantName, FunctionName } from './tree.ts';

/** How many operands each function takes. Every name that a formula may call is here. */
export const arity: Record<FunctionName, 1 | 2> = {
  sin: 1,
  cos: 1,
  tan: 1,
  exp: 1,
  ln: 1,
  log: 1,
  sqrt: 1,
  abs: 1,
  tanh: 1,
  sigmoid: 1,
  relu: 1,
  softplus: 1,
  max: 2,
  min: 2,
};

export const constants: Record<ConstantName, number> = { pi: Math.PI, e: Math.E };

export const functionNames = Object.keys(arity) as FunctionName[];

/** Every variable of the language; a figure allows some of them. */
export const allVariables: readonly string[] = [
  'x',
  'y',
  'z',
  ...Array.from({ length: 10 }, (_, index) => `x${index}`),
];

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(arity, name);
}

export function isConstantName(name: string): name is ConstantName {
  return Object.hasOwn(constants, name);
}

/** Whether anything in the language has this name. */
export function isName(name: string): boolean {
  return isFunctionName(name) || isConstantName(name) || allVariables.includes(name);
}

const product = new RegExp(`^((?:x\\d?|[yz]|pi)*)(${functionNames.join('|')})?$`);

/**
 * The names in a run of letters and digits: `xy` is x times y, `xsin` is x times sin. What is not a
 * product of known names comes back whole, for the parser to refuse.
 */
export function splitNames(run: string): string[] {
  if (isName(run)) return [run];
  const [, variables, call] = product.exec(run) ?? [];
  if (variables === undefined) return [run];
  const names = variables.match(/x\d?|[yz]|pi/g) ?? [];
  return call === undefined ? names : [...names, call];
}
