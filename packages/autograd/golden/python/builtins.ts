import { Tensor } from '../../src/index.ts';
import { define, iterate, truth } from './protocol.ts';
import { itemOf, show, toText } from './show.ts';
import { applyBinary, applyComparison } from './operators.ts';
import { PythonError, Tuple, type Value, representation } from './values.ts';

const FLOATS: Record<string, number> = { inf: Infinity, '-inf': -Infinity, nan: NaN };

function toFloat(value: Value): number {
  if (value instanceof Tensor) return Number(itemOf(value));
  return typeof value === 'string' ? (FLOATS[value] ?? Number(value)) : Number(value);
}

function lengthOf(value: Value): bigint {
  if (value instanceof Tensor) {
    if (value.dim() === 0) throw new PythonError('TypeError', 'len() of a 0-d tensor');
    return BigInt(value.size(0));
  }
  return BigInt([...iterate(value)].length);
}

function range(args: readonly Value[]): bigint[] {
  const [first = 0n, second, step = 1n] = args as bigint[];
  const [start, stop] = second === undefined ? [0n, first] : [first, second];
  const numbers: bigint[] = [];
  for (let i = start; step > 0n ? i < stop : i > stop; i += step) numbers.push(i);
  return numbers;
}

function extreme(operator: string): Value {
  return define((args) => {
    const items = args.length === 1 ? [...iterate(args[0])] : args;
    return items.reduce((best, item) =>
      truth(applyComparison(operator, item, best)) ? item : best,
    );
  });
}

const onNumber = (apply: (x: number) => number) => define(([x]) => apply(Number(x)));

/** Names that every program has. `write` receives what is printed. */
export function builtins(write: (text: string) => void): [string, Value][] {
  return Object.entries({
    print: define((args) => {
      write(`${args.map(toText).join(' ')}\n`);
      return null;
    }),
    float: define(([value]) => toFloat(value)),
    int: define(([value]) => BigInt(Math.trunc(toFloat(value)))),
    bool: define(([value]) => truth(value)),
    str: define(([value]) => toText(value)),
    repr: define(([value]) => representation(value, show)),
    len: define(([value]) => lengthOf(value)),
    range: define(range),
    list: define(([value]) => [...iterate(value)]),
    tuple: define(([value]) => new Tuple([...iterate(value)])),
    sum: define(([value]) => [...iterate(value)].reduce((a, b) => applyBinary('+', a, b), 0n)),
    min: extreme('<'),
    max: extreme('>'),
    abs: define(([value]) => (value instanceof Tensor ? value.abs() : Math.abs(Number(value)))),
    inf: Infinity,
    pi: Math.PI,
    sqrt: onNumber(Math.sqrt),
    cos: onNumber(Math.cos),
    sin: onNumber(Math.sin),
    exp: onNumber(Math.exp),
  });
}
