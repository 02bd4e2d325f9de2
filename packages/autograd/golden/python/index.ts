import { Interpreter } from './interpret.ts';
import { builtins } from './builtins.ts';
import { F, nnModule, torch } from './torch-module.ts';
import type { Value } from './values.ts';

/** An interpreter with `torch`, `nn` and `F` in scope, on top of this package. */
export function torchInterpreter(write: (text: string) => void = () => undefined): Interpreter {
  const modules: [string, Value][] = [
    ['torch', torch],
    ['nn', nnModule],
    ['F', F],
  ];
  return new Interpreter([...builtins(write), ...modules]);
}

export { Interpreter } from './interpret.ts';
