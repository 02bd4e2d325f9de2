import { Tensor } from '../core/tensor.ts';

/** A function of a tensor as a method of it: without its first argument. */
export type MethodOf<Function> = Function extends {
  (x: never, ...rest: infer Rest): infer Result;
  (x: never, ...rest: infer OtherRest): infer OtherResult;
}
  ? { (...rest: Rest): Result; (...rest: OtherRest): OtherResult }
  : Function extends (x: never, ...rest: infer Rest) => infer Result
    ? (...rest: Rest) => Result
    : never;

/** All functions of a module as methods. */
export type MethodsOf<Functions> = { [Name in keyof Functions]: MethodOf<Functions[Name]> };

/** All functions of a module, each of a tensor alone, as what is read like a field. */
export type GettersOf<Functions> = {
  readonly [Name in keyof Functions]: Functions[Name] extends (x: Tensor) => infer Result
    ? Result
    : never;
};

type TensorFunction = (x: Tensor, ...rest: unknown[]) => unknown;

/**
 * Gives tensors methods: x.f(…) is f(x, …). They are copied, not inherited: a class without a parent is allocated
 * inline, which makes a scalar operation half as long.
 */
export function install(functions: object): void {
  for (const name of Reflect.ownKeys(functions)) {
    const f = Reflect.get(functions, name) as TensorFunction;
    define(name, {
      writable: true,
      value(this: Tensor, ...rest: unknown[]) {
        return f(this, ...rest);
      },
    });
  }
}

/** Gives tensors what is read like a field: x.f is f(x). */
export function installGetters(functions: object): void {
  for (const name of Reflect.ownKeys(functions)) {
    const f = Reflect.get(functions, name) as TensorFunction;
    define(name, {
      get(this: Tensor) {
        return f(this);
      },
    });
  }
}

function define(name: PropertyKey, descriptor: PropertyDescriptor): void {
  Object.defineProperty(Tensor.prototype, name, { configurable: true, ...descriptor });
}
