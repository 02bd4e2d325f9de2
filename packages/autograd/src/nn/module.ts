import { noGrad } from '../core/grad-mode.ts';
import { RuntimeError } from '../core/errors.ts';
import { sameShape, showShape } from '../core/shape.ts';
import { Tensor } from '../tensor.ts';
import { Parameter } from './parameter.ts';

/** Parameters and buffers by their dotted names. */
export type StateDict = Map<string, Tensor>;

/**
 * A part of a network: tensors to learn (its `Parameter` fields), tensors to remember (its
 * `registerBuffer`ed fields) and smaller modules (its `Module` fields).
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html
 */
export abstract class Module {
  /** Whether layers behave as in training; `train()` and `eval()` set it. */
  training = true;
  private readonly buffers: Record<string, Tensor> = {};

  abstract forward(...inputs: Tensor[]): Tensor;

  /** Runs the module; the same as `forward`. */
  call(...inputs: Tensor[]): Tensor {
    return this.forward(...inputs);
  }

  /** Keeps a tensor that is part of the state but not learnt. Give it to a field of the same name too. */
  protected registerBuffer(name: string, value: Tensor): Tensor {
    this.buffers[name] = value;
    return value;
  }

  /** The modules that this one holds directly, with their names. */
  namedChildren(): [string, Module][] {
    const fields = Object.entries(this) as [string, unknown][];
    return fields.filter((field): field is [string, Module] => field[1] instanceof Module);
  }

  /** This module and all below it, with dotted names; this one's is ''. */
  *namedModules(prefix = ''): Generator<[string, Module]> {
    yield [prefix, this];
    for (const [name, child] of this.namedChildren()) yield* child.namedModules(join(prefix, name));
  }

  /** Everything that is learnt, each tensor once, in the order in which it was made. */
  *namedParameters(): Generator<[string, Parameter]> {
    const seen = new Set<Parameter>();
    for (const [prefix, module] of this.namedModules()) {
      for (const [name, value] of Object.entries(module) as [string, unknown][]) {
        if (!(value instanceof Parameter) || seen.has(value)) continue;
        seen.add(value);
        yield [join(prefix, name), value];
      }
    }
  }

  parameters(): Parameter[] {
    return Array.from(this.namedParameters(), ([, parameter]) => parameter);
  }

  /** Sets training behaviour for this module and all below. Returns this. */
  train(mode = true): this {
    for (const [, module] of this.namedModules()) module.training = mode;
    return this;
  }

  eval(): this {
    return this.train(false);
  }

  /** Forgets all gradients (null), or sets them to 0. */
  zeroGrad({ setToNone = true }: { setToNone?: boolean } = {}): void {
    for (const parameter of this.parameters()) {
      if (setToNone || parameter.grad === null) parameter.grad = null;
      else parameter.grad = parameter.grad.detach().mul(0);
    }
  }

  /** Starts or stops recording for all parameters. Returns this. */
  requiresGrad_(value = true): this {
    for (const parameter of this.parameters()) parameter.requiresGrad_(value);
    return this;
  }

  /** All parameters and buffers, sharing memory with the module. */
  stateDict(): StateDict {
    const state: StateDict = new Map();
    for (const [prefix, module] of this.namedModules()) {
      for (const [name, value] of Object.entries(module) as [string, unknown][]) {
        if (value instanceof Parameter) state.set(join(prefix, name), value.detach());
      }
      for (const [name, value] of Object.entries(module.buffers))
        state.set(join(prefix, name), value);
    }
    return state;
  }

  /**
   * Copies values from a state of the same names and shapes.
   *
   * @throws RuntimeError that lists what is missing, unexpected or of another shape.
   */
  loadStateDict(state: ReadonlyMap<string, Tensor>): void {
    const own = this.stateDict();
    const problems = mismatches(own, state);
    if (problems.length > 0) {
      const name = this.constructor.name;
      throw new RuntimeError(
        `Error(s) in loading state_dict for ${name}:\n\t${problems.join('\n\t')}`,
      );
    }
    noGrad(() => {
      for (const [name, value] of own) value.copy_(state.get(name) as Tensor);
    });
  }

  /** What stands between the parentheses of the module's text. */
  protected extraRepr(): string {
    return '';
  }

  /** The module and those below it, as PyTorch prints them. */
  toString(): string {
    const lines = this.namedChildren().map(
      ([name, child]) => `  (${name}): ${child.toString().replaceAll('\n', '\n  ')}`,
    );
    const { name } = this.constructor;
    return lines.length === 0 ? `${name}(${this.extraRepr()})` : `${name}(\n${lines.join('\n')}\n)`;
  }
}

function join(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

function mismatches(own: StateDict, state: ReadonlyMap<string, Tensor>): string[] {
  const missing = [...own.keys()].filter((name) => !state.has(name));
  const unexpected = [...state.keys()].filter((name) => !own.has(name));
  const problems: string[] = [];
  if (unexpected.length > 0)
    problems.push(`Unexpected key(s) in state_dict: ${quoted(unexpected)}. `);
  if (missing.length > 0) problems.push(`Missing key(s) in state_dict: ${quoted(missing)}. `);
  for (const [name, value] of own) {
    const given = state.get(name);
    if (given === undefined || sameShape(given.shape, value.shape)) continue;
    problems.push(
      `size mismatch for ${name}: copying a param with shape torch.Size(${showShape(given.shape)}) ` +
        `from checkpoint, the shape in current model is torch.Size(${showShape(value.shape)}).`,
    );
  }
  return problems;
}
