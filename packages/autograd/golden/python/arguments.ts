import { signatures } from './signatures.ts';
import { type Keywords, PythonError, Tuple, type Value, toJs } from './values.ts';

/** `keep_dim` as `keepDim`; a trailing underscore stays. */
export function camelCase(name: string): string {
  const plain = name.replace(/^[A-Z](?=_)/, (letter) => letter.toLowerCase());
  return plain.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function optionsFrom(entries: Iterable<readonly [string, Value]>): Record<string, unknown> {
  return Object.fromEntries([...entries].map(([name, value]) => [camelCase(name), toJs(value)]));
}

function sequence(args: readonly Value[]): unknown[] {
  const [first] = args;
  const items = first instanceof Tuple ? first.items : Array.isArray(first) ? first : args;
  return items.map(toJs);
}

/** Arguments that follow a signature of `signatures`. */
function bySignature(signature: string, args: readonly Value[], keywords: Keywords): unknown[] {
  const parameters = signature.split(' ');
  if (parameters[0]?.startsWith('...') === true) {
    const named = keywords.get(parameters[0].slice(3));
    return [sequence(named === undefined ? args : [named])];
  }
  const names = parameters.map((parameter) => parameter.replace('*', ''));
  const given = new Map<string, Value>(keywords);
  args.forEach((arg, i) => {
    const name = names[i];
    if (name === undefined) throw new PythonError('TypeError', 'too many positional arguments');
    given.set(name, arg);
  });
  for (const name of given.keys()) {
    if (!names.includes(name)) throw new PythonError('TypeError', `unexpected keyword ${name}`);
  }
  const positional = names.filter((_, i) => parameters[i]?.startsWith('*') === false);
  const options = [...given].filter(([name]) => !positional.includes(name));
  const values: unknown[] = positional.map((name) => {
    const value = given.get(name);
    return value === null ? undefined : toJs(value);
  });
  if (options.length > 0) return [...values, optionsFrom(options)];
  while (values.length > 0 && values.at(-1) === undefined) values.pop();
  return values;
}

/** The JavaScript arguments of a call to the function `name`, without the tensor itself. */
export function javaScriptArguments(
  name: string,
  args: readonly Value[],
  keywords: Keywords,
): unknown[] {
  const signature = signatures[name];
  if (signature !== undefined) return bySignature(signature, args, keywords);
  const values = args.map(toJs);
  return keywords.size > 0 ? [...values, optionsFrom(keywords)] : values;
}
