import { zerosLike } from '../core/constant.ts';
import { noGrad } from '../core/grad-mode.ts';
import { RuntimeError } from '../core/errors.ts';
import { sameShape, showSize } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { Parameter } from './parameter.ts';

/** Parameters and buffers by their dotted names. */
export type StateDict = Map<string, Tensor>;

/**
 * A part of a network: tensors to learn (its `Parameter` fields), tensors to remember (its
 * `registerBuffer`ed fields) and smaller modules (its `Module` fields). Fields that are lists are not searched,
 * nor those that are `#private`.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html
 */
export abstract class Module {
  /** Whether layers behave as in training; `train()` and `eval()` set it. */
  training = true;
  readonly #buffers: Record<string, Tensor> = {};

  /** Computes the output; what it takes and gives is said of the module. */
  abstract forward(...inputs: Tensor[]): Tensor;

  /** Runs the module; the same as `forward`, as modules have no hooks. */
  call(...inputs: Tensor[]): Tensor {
    return this.forward(...inputs);
  }

  /** Keeps a tensor that is part of the state but not learnt. Give it to a field of the same name too. */
  protected registerBuffer(name: string, value: Tensor): Tensor {
    this.#buffers[name] = value;
    return value;
  }

  /** The modules that this one holds directly, with their names. */
  namedChildren(): [string, Module][] {
    const fields = Object.entries(this) as [string, unknown][];
    return fields.filter((field): field is [string, Module] => field[1] instanceof Module);
  }

  /** This module and all below it, with dotted names; this one's is ''. One held twice comes twice. */
  *namedModules(prefix = ''): Generator<[string, Module]> {
    yield [prefix, this];
    for (const [name, child] of this.namedChildren()) yield* child.namedModules(join(prefix, name));
  }

  /** All parameters and buffers with dotted names, in the order in which they were made. */
  *#state(): Generator<[string, Tensor]> {
    for (const [prefix, module] of this.namedModules()) {
      const fields = Object.entries(module) as [string, Tensor][];
      const learnt = fields.filter(([, value]) => value instanceof Parameter);
      for (const [name, value] of [...learnt, ...Object.entries(module.#buffers)]) {
        yield [join(prefix, name), value];
      }
    }
  }

  /** Everything that is learnt, each tensor once, in the order in which it was made. */
  *namedParameters(): Generator<[string, Parameter]> {
    const seen = new Set<Tensor>();
    for (const [name, value] of this.#state()) {
      if (value instanceof Parameter && !seen.has(value)) yield [name, value];
      seen.add(value);
    }
  }

  /** Everything that is learnt, each tensor once, for an optimiser. */
  parameters(): Parameter[] {
    return Array.from(this.namedParameters(), ([, parameter]) => parameter);
  }

  /** Sets training behaviour for this module and all below. Returns this. */
  train(mode = true): this {
    for (const [, module] of this.namedModules()) module.training = mode;
    return this;
  }

  /** Sets evaluation behaviour for this module and all below. Returns this. */
  eval(): this {
    return this.train(false);
  }

  /** Forgets all gradients (null), or sets them to 0. */
  zeroGrad({ setToNone = true }: { setToNone?: boolean } = {}): void {
    for (const parameter of this.parameters()) {
      parameter.grad = setToNone || parameter.grad === null ? null : zerosLike(parameter.grad);
    }
  }

  /** Starts or stops recording for all parameters. Returns this. */
  requiresGrad_(value = true): this {
    for (const parameter of this.parameters()) parameter.requiresGrad_(value);
    return this;
  }

  /** All parameters and buffers: views without history, which change with the module. */
  stateDict(): StateDict {
    return new Map(Array.from(this.#state(), ([name, value]) => [name, value.detach()]));
  }

  /**
   * Copies values from a state of the same names and shapes.
   * Throws RuntimeError that lists what is missing, unexpected or of another shape; then nothing is copied.
   */
  loadStateDict(state: ReadonlyMap<string, Tensor>): void {
    const own = this.stateDict();
    const problems = mismatches(own, state);
    if (problems.length > 0) {
      const heading = `Error(s) in loading state_dict for ${this.constructor.name}:`;
      throw new RuntimeError([heading, ...problems].join('\n\t'));
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
    const children = this.namedChildren().map(([name, child]) => `(${name}): ${String(child)}`);
    const inside = children.join('\n').replaceAll('\n', '\n  ');
    return `${this.constructor.name}(${inside ? `\n  ${inside}\n` : this.extraRepr()})`;
  }
}

function join(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

function mismatches(own: StateDict, state: ReadonlyMap<string, Tensor>): string[] {
  const absent = (kind: string, names: Iterable<string>, other: ReadonlyMap<string, Tensor>) => {
    const list = [...names].filter((name) => !other.has(name)).map((name) => `"${name}"`);
    return list.length === 0 ? [] : [`${kind} key(s) in state_dict: ${list.join(', ')}. `];
  };
  const reshaped = [...own].flatMap(([name, { shape }]) => {
    const given = state.get(name)?.shape ?? shape;
    if (sameShape(given, shape)) return [];
    return [
      `size mismatch for ${name}: copying a param with shape ${showSize(given)} ` +
        `from checkpoint, the shape in current model is ${showSize(shape)}.`,
    ];
  });
  return [
    ...absent('Unexpected', state.keys(), own),
    ...absent('Missing', own.keys(), state),
    ...reshaped,
  ];
}
