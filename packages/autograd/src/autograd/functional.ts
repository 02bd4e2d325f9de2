/**
 * Derivatives of functions, as `torch.autograd.functional`.
 *
 * @see https://docs.pytorch.org/docs/stable/autograd.html#functional-higher-level-api
 */
export { hessian, jacobian } from './jacobian.ts';
export { hvp, jvp, vhp, vjp } from './products.ts';
export type { FunctionalOptions, OneOrMany } from './variables.ts';
