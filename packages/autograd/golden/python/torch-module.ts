import * as api from '../../src/index.ts';
import * as linalg from '../../src/linalg/index.ts';
import * as nn from '../../src/nn/index.ts';
import * as optim from '../../src/optim/index.ts';
import * as random from '../../src/random/index.ts';
import { camelCase, javaScriptArguments } from './arguments.ts';
import { call, define, fromJs, getAttribute, tensorFallback } from './protocol.ts';
import { Context, DTypeName, Namespace, PythonError, Tuple, type Value, toJs } from './values.ts';
import { createTensor, creators } from './creation.ts';

type JsFunction = (...args: unknown[]) => unknown;

const dtypes: Record<string, string> = {
  float32: 'float32', float: 'float32', float64: 'float64', double: 'float64',
  int64: 'int64', long: 'int64', bool: 'bool',
}; // prettier-ignore

/** Functions of this package under another name than PyTorch's. */
const renamed: Record<string, string> = {
  var: 'variance', subtract: 'sub', multiply: 'mul', divide: 'div', true_divide: 'div',
  negative: 'neg', absolute: 'abs', clip: 'clamp', inverse: 'inv',
}; // prettier-ignore

const library: Record<string, unknown> = { ...linalg, ...api, ...random, dropout: nn.dropout };

/** Functions of PyTorch that are another function here, with other arguments. */
const rewritten: Record<string, Value> = {
  clamp_min: define(([x, min]) => api.clamp(x as api.Tensor, { min: toJs(min) as api.Operand })),
  clamp_max: define(([x, max]) => api.clamp(x as api.Tensor, { max: toJs(max) as api.Operand })),
  rsub: define(([x, y]) => api.sub(toJs(y) as api.Operand, x as api.Tensor)),
  cross: define(([x, y], keywords) => {
    const [a, b, { shape }] = [x as api.Tensor, y as api.Tensor, x as api.Tensor];
    return linalg.cross(a, b, { dim: Number(keywords.get('dim') ?? shape.indexOf(3)) });
  }),
};

/** The function of the package that PyTorch calls `name`. */
function packageFunction(name: string): Value {
  if (Object.hasOwn(rewritten, name)) return rewritten[name];
  const found = library[renamed[name] ?? camelCase(name)];
  if (typeof found !== 'function') return undefined;
  return define((args, keywords) => {
    const [first, ...rest] = args;
    const given = javaScriptArguments(name, rest, keywords);
    return fromJs((found as JsFunction)(toJs(first), ...given));
  });
}

/** `torch.name(x, …)`: the method of x if it has it, else the function. */
function torchFunction(name: string): Value {
  return define((args, keywords) => {
    const [first, ...rest] = args;
    const input = keywords.get('input');
    if (first === undefined && input !== undefined) {
      const left = new Map([...keywords].filter(([key]) => key !== 'input'));
      return call(torchFunction(name), [input, ...rest], left);
    }
    if (first instanceof api.Tensor && camelCase(name) in first) {
      return call(getAttribute(first, name), rest, keywords);
    }
    const found = packageFunction(name);
    if (found === undefined) throw new PythonError('AttributeError', `torch has no ${name}`);
    return call(found, args, keywords);
  });
}

/** Methods of tensors that this package offers as functions only. */
tensorFallback.find = (tensor, name) => {
  const found = packageFunction(name);
  return found && define((args, keywords) => call(found, [tensor, ...args], keywords));
};

function namespace(entries: Record<string, Value>, fallback?: (name: string) => Value): Namespace {
  return new Namespace((name) => {
    const found = Object.hasOwn(entries, name) ? entries[name] : fallback?.(name);
    if (found === undefined) throw new PythonError('AttributeError', `no attribute '${name}'`);
    return found;
  });
}

/** A class of the package: calling it makes an instance. */
function constructor(name: string, type: unknown): Value {
  const make = type as new (...args: unknown[]) => unknown;
  return define((args, keywords) => new make(...javaScriptArguments(name, args, keywords)));
}

function optimizer(name: string, type: unknown): Value {
  const make = type as new (params: unknown, options?: unknown) => unknown;
  const group = (item: Value) =>
    item instanceof Map
      ? Object.fromEntries([...item].map(([key, value]) => [camelCase(String(key)), toJs(value)]))
      : item;
  return define(([params, lr], keywords) => {
    const options = new Map<string, Value>(keywords);
    if (lr !== undefined) options.set('lr', lr);
    const list = Array.isArray(params)
      ? params.map(group)
      : params instanceof Tuple
        ? params.items
        : params;
    const [given = {}] = javaScriptArguments(name, [], options);
    return new make(list, given);
  });
}

const contexts = (run: (body: () => void) => void) => define(() => new Context(run));

const functional = namespace({}, (name) => {
  const found = (api.functional as Record<string, unknown>)[camelCase(name)];
  return define((args, keywords) =>
    fromJs((found as JsFunction)(...javaScriptArguments(name, args, keywords))),
  );
});

const autograd = namespace(
  {
    functional,
    grad: define((args, keywords) =>
      fromJs((api.grad as JsFunction)(...javaScriptArguments('autograd.grad', args, keywords))),
    ),
  },
  (name) => packageFunction(name),
);

const linalgModule = namespace({}, (name) => {
  const found = (linalg as Record<string, unknown>)[camelCase(name)];
  return (
    typeof found === 'function' &&
    define(([first, ...rest], keywords) =>
      fromJs(
        (found as JsFunction)(first, ...javaScriptArguments(`linalg.${name}`, rest, keywords)),
      ),
    )
  );
});

const utils = namespace({
  clip_grad_norm_: define((args, keywords) =>
    nn.utils.clipGradNorm(
      ...(javaScriptArguments('clip_grad_norm_', args, keywords) as Parameters<
        typeof nn.utils.clipGradNorm
      >),
    ),
  ),
  clip_grad_value_: define(([params, limit]) => {
    nn.utils.clipGradValue(toJs(params) as api.Tensor[], Number(limit));
  }),
});

const init = namespace({}, (name) => {
  const found = (nn.init as Record<string, unknown>)[camelCase(name)];
  return define(([x, ...rest], keywords) =>
    (found as JsFunction)(x, ...javaScriptArguments(`init.${name}`, rest, keywords)),
  );
});

export const F = namespace({}, torchFunction);

export const nnModule = namespace({ functional: F, utils, init }, (name) => {
  const found = (nn as Record<string, unknown>)[name];
  return typeof found === 'function' ? constructor(`nn.${name}`, found) : undefined;
});

const schedulerModule = namespace({}, (name) => {
  const found = (optim.lrScheduler as Record<string, unknown>)[name];
  return typeof found === 'function' ? constructor(`lr_scheduler.${name}`, found) : undefined;
});

const optimModule = namespace({ lr_scheduler: schedulerModule }, (name) => {
  const found = (optim as Record<string, unknown>)[name];
  return typeof found === 'function' ? optimizer(name, found) : undefined;
});

/** The module `torch`. */
export const torch = namespace(
  {
    ...Object.fromEntries(
      Object.entries(dtypes).map(([name, type]) => [name, new DTypeName(type)]),
    ),
    ...creators,
    tensor: define(createTensor),
    autograd,
    linalg: linalgModule,
    nn: nnModule,
    optim: optimModule,
    inf: Infinity,
    nan: NaN,
    pi: Math.PI,
    no_grad: contexts((body) => {
      api.noGrad(body);
    }),
    enable_grad: contexts((body) => {
      api.enableGrad(body);
    }),
    manual_seed: define(([seed]) => random.manualSeed(seed as bigint)),
    einsum: define(([equation, ...operands]) =>
      api.einsum(equation as string, ...(operands.flat() as api.Tensor[])),
    ),
    where: define(([condition, a, b]) =>
      api.where(condition as api.Tensor, toJs(a) as api.Operand, toJs(b) as api.Operand),
    ),
  },
  torchFunction,
);
