import { Tensor, grad, ones, setDefaultDtype, tensor, zeros, zerosLike } from '../src/index.ts';
import type { Case } from './case.ts';
import { Mismatch, expectSame } from './compare.ts';
import { torchInterpreter } from './python/index.ts';
import { Tuple, type Value } from './python/values.ts';
import { type StoredTensor, toStored, toTensor } from './tensors.ts';

interface PythonFailure {
  readonly type: string;
  readonly message: string;
}

interface OpCase extends Case {
  readonly op: string;
  readonly torch: string;
  readonly attrs?: Record<string, unknown>;
  readonly note?: string;
  readonly inputs: Record<string, StoredTensor>;
  readonly diff?: readonly string[];
  readonly upstream?: StoredTensor;
  readonly output?: StoredTensor;
  readonly outputs?: Record<string, StoredTensor> | readonly StoredTensor[];
  readonly grads?: Record<string, StoredTensor | null>;
  readonly second?: {
    readonly of_sum?: Record<string, StoredTensor>;
    readonly of_vdot?: Record<string, StoredTensor>;
    readonly v?: Record<string, StoredTensor>;
  };
  /** What the call raises, or its backward pass. */
  readonly error?: PythonFailure;
  readonly grad_error?: PythonFailure;
  readonly rel_tol?: number;
}

type Named = Record<string, Tensor>;

const TOLERANCE = 1e-12;
const TOLERANCE_32 = 1e-6;

/** Names that the calls use besides their inputs. */
const HELPERS = `
softmax = lambda s: F.softmax(s, dim=-1)
causal_mask = lambda s: s.masked_fill(torch.ones_like(s).tril() == 0, -inf)
`;

/**
 * The call that was really made. Two stored texts leave something out: a reduction that only `attrs`
 * names, and one factor that was x as a row (as a column it could not be broadcast).
 */
function callOf({ op, torch, attrs = {} }: OpCase): string {
  const { reduction } = attrs;
  if (op === 'compose') return torch.replace(/(x\.expand\([^)]*\) \* x)\.unsqueeze\(1\)/, '$1');
  const isMissing =
    typeof reduction === 'string' && reduction !== 'mean' && !torch.includes('reduction');
  return isMissing ? torch.replace(/\)$/, `, reduction='${reduction}')`) : torch;
}

function evaluate(stored: OpCase, inputs: Named): Value {
  const interpreter = torchInterpreter();
  interpreter.execute(HELPERS);
  const { scope } = interpreter;
  const { q, x } = inputs;
  if (q) scope.set('d', q.shape.at(-1));
  const features = x?.shape[1];
  if (features !== undefined) {
    scope.set('zeros', zeros([features], { dtype: 'float64' }));
    scope.set('ones', ones([features], { dtype: 'float64' }));
  }
  for (const [name, value] of Object.entries(inputs)) scope.set(name, value);
  const result = interpreter.evaluate(callOf(stored));
  const { attrs = {} } = stored;
  for (const [key, name] of [
    ['running_mean_after', 'zeros'],
    ['running_var_after', 'ones'],
  ] as const) {
    if (key in attrs) expectSame((scope.get(name) as Tensor).tolist(), attrs[key], TOLERANCE, key);
  }
  return result;
}

/** What a call gives, in the order in which the file lists it; the first is differentiated. */
function resultsOf(value: Value): Tensor[] {
  if (value instanceof Tuple) return value.items as Tensor[];
  if (value instanceof Tensor) return [value];
  // A named tuple, such as the values and indices of a maximum.
  return Object.values(value as Record<string, Tensor>);
}

function expectTensor(got: Tensor, stored: StoredTensor, tolerance: number, path: string): void {
  expectSame(toStored(got), stored, tolerance, path);
}

function zerosFor(x: Tensor): Tensor {
  return zerosLike(x.detach());
}

/** Σ over the inputs of the sum, or of the product with v, of their gradients. */
function total(gradients: (Tensor | null)[], weights: (Tensor | undefined)[]): Tensor | null {
  const terms = gradients.flatMap((gradient, i) => {
    const weight = weights[i];
    if (gradient === null) return [];
    return [weight === undefined ? gradient.sum() : gradient.mul(weight).sum()];
  });
  return terms.length === 0 ? null : terms.reduce((a, b) => a.add(b));
}

function checkSecond(stored: OpCase, inputs: Named, first: (Tensor | null)[], tolerance: number) {
  const { diff = [], second = {} } = stored;
  const variables = diff.map((name) => inputs[name] as Tensor);
  const compare = (sum: Tensor | null, expected: Record<string, StoredTensor>, path: string) => {
    const depends = sum !== null && sum.requiresGrad;
    const found = depends
      ? grad(sum, variables, { allowUnused: true, retainGraph: true })
      : diff.map(() => null);
    for (const [name, value] of Object.entries(expected)) {
      const i = diff.indexOf(name);
      const got = found[i] ?? zerosFor(variables[i] as Tensor);
      expectTensor(got, value, tolerance, `${path}.${name}`);
    }
  };
  if (second.of_sum) compare(total(first, []), second.of_sum, 'second.of_sum');
  if (second.of_vdot) {
    const weights = diff.map((name) => second.v?.[name] && toTensor(second.v[name]));
    compare(total(first, weights), second.of_vdot, 'second.of_vdot');
  }
}

/** Central differences of <upstream, output>, for cases whose stored gradient is a fault of PyTorch 1.13. */
function numericGradient(stored: OpCase, inputs: Named, name: string): StoredTensor {
  const x = inputs[name] as Tensor;
  const upstream = toTensor(stored.upstream as StoredTensor);
  const step = 1e-4;
  const at = (values: number[]): number => {
    const moved = tensor(values, { dtype: 'float64' }).reshape([...x.shape]);
    const [output] = resultsOf(evaluate(stored, { ...inputs, [name]: moved }));
    return (output as Tensor).mul(upstream).sum().item();
  };
  const values = x.toArray();
  const data = values.map((value, i) => {
    const up = at(values.with(i, value + step));
    return (up - at(values.with(i, value - step))) / (2 * step);
  });
  return { shape: x.shape, dtype: x.dtype, data };
}

function checkGradients(stored: OpCase, inputs: Named, output: Tensor, tolerance: number): void {
  const { diff = [], grads = {}, upstream, second, note = '' } = stored;
  if (upstream === undefined) return;
  const isFault = /quirk/i.test(note);
  const variables = diff.map((name) => inputs[name] as Tensor);
  if (stored.grad_error !== undefined && !isFault) {
    const gradOutputs = toTensor(upstream);
    expectError(stored.grad_error, () => grad(output, variables, { gradOutputs }));
    return;
  }
  const first = grad(output, variables, {
    gradOutputs: toTensor(upstream),
    allowUnused: true,
    createGraph: second !== undefined,
  });
  diff.forEach((name, i) => {
    const gradient = first[i] ?? null;
    const variable = variables[i] as Tensor;
    if (isFault) {
      const got = gradient ?? zerosFor(variable);
      expectTensor(
        got,
        numericGradient(stored, inputs, name),
        Math.max(1e-7, tolerance),
        `grads.${name}`,
      );
      return;
    }
    const expected = grads[name];
    if (expected === null || expected === undefined) {
      if (gradient !== null) throw new Mismatch(`grads.${name}: expected none`);
    } else expectTensor(gradient ?? zerosFor(variable), expected, tolerance, `grads.${name}`);
  });
  if (second) checkSecond(stored, inputs, first, tolerance);
}

function expectError(expected: PythonFailure, run: () => unknown): void {
  try {
    run();
  } catch (error) {
    const { name, message } = error as Error;
    expectSame({ type: name, message }, expected, 0, 'error');
    return;
  }
  throw new Mismatch(`expected ${expected.type}: ${expected.message}`);
}

/** The one freedom of eigenvalues of a general matrix is their order. */
function sorted(x: StoredTensor): StoredTensor {
  return { ...x, data: [...x.data].sort((a, b) => Number(a) - Number(b)) };
}

/** float64 unless an input is float32, whose sums round in another order. */
function toleranceOf({ rel_tol: given, inputs }: OpCase): number {
  const single = Object.values(inputs).some(({ dtype }) => dtype === 'float32');
  return given ?? (single ? TOLERANCE_32 : TOLERANCE);
}

/** One case of an ops file: forward, gradients for the given upstream, second order, errors; inputs stay as they are. */
export function checkOp(given: Case): void {
  const stored = given as OpCase;
  setDefaultDtype('float64');
  const inputs: Named = {};
  for (const [name, value] of Object.entries(stored.inputs)) inputs[name] = toTensor(value);
  for (const name of stored.diff ?? []) inputs[name]?.requiresGrad_();
  if (stored.error !== undefined) {
    expectError(stored.error, () => evaluate(stored, inputs));
    return;
  }
  const tolerance = toleranceOf(stored);
  const results = resultsOf(evaluate(stored, inputs));
  const expected = stored.output ? [stored.output] : Object.values(stored.outputs ?? {});
  expected.forEach((value, i) => {
    const got = toStored(results[i] as Tensor) as StoredTensor;
    if (stored.op === 'eigvals') expectSame(sorted(got), sorted(value), tolerance, 'output');
    else expectSame(got, value, tolerance, `output ${i}`);
  });
  checkGradients(stored, inputs, results[0] as Tensor, tolerance);
  for (const [name, value] of Object.entries(stored.inputs)) {
    expectTensor(inputs[name] as Tensor, value, 0, `${name} afterwards`);
  }
}
