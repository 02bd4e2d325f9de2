/** What a hostile or careless stranger may put where the course reads text: endless, and the same for a seed. */

const payloads = [
  '<img src=x onerror=fuzzed=1>',
  '"><script>fuzzed=1</script>',
  "'-alert(1)-'",
  'javascript:fuzzed=1',
  '<svg/onload=fuzzed=1>',
  '{{constructor.constructor("fuzzed=1")()}}',
  '${fuzzed=1}',
  '__proto__',
  '__proto__.fuzzed',
  'constructor.prototype.fuzzed',
  '{"__proto__":{"fuzzed":1}}',
  'toString',
  'hasOwnProperty(x)',
  'valueOf',
  '2026-99-99',
  'null',
  '-Infinity',
  '1e999',
  '0x1p3',
  '1_000',
  '−5',
  '٣',
  '１２',
  '\u0000',
  '\ud800',
  '\udc00x',
  '\u202ex+1',
  '\ufeffx',
  '🙂'.repeat(50),
  '',
  ' ',
  ','.repeat(200),
  '='.repeat(300),
  '%',
  '%ff%fe',
];
const tokens = [
  ...['x', 'y', 'z', 'pi', 'e', 'π', '0', '1', '2.5', '.5', '1e3', '1e-300', '²', '½', 'ŷ'],
  ...['+', '-', '−', '*', '×', '/', '^', '**', '(', ')', ',', '=', '|', '!', '%', '&', ';', "'"],
  ...['sin(', 'sqrt(', 'abs(', 'exp(', 'log(', 'tanh(', 'relu(', 'max(', 'pow(', 'foo(', ' '],
];

/** Marsaglia's xorshift; seeds other than 0. */
function* random(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield (state >>> 0) / 2 ** 32;
  }
}

export function* fuzzInputs(seed: number): Generator<string, never> {
  const numbers = random(seed);
  const below = (end: number): number => Math.floor(numbers.next().value * end);
  const pick = (from: readonly string[]): string => from[below(from.length)] ?? '';
  const repeat = (length: number, make: () => string): string =>
    Array.from({ length: below(length) + 1 }, make).join('');
  const formula = (): string => repeat(25, () => pick(tokens));
  const nested = (): string => {
    const [name, depth] = [pick(tokens.filter((token) => token.endsWith('('))), below(300)];
    return `${name.repeat(depth)}x${')'.repeat(depth)}`;
  };
  const digits = (): string => repeat(5000, () => String(below(10)));
  const characters = (): string => repeat(40, () => String.fromCharCode(below(0xffff)));
  const kinds = [formula, formula, formula, nested, digits, characters, () => pick(payloads)];
  const one = (): string => kinds[below(kinds.length)]?.() ?? '';
  for (;;) yield below(5) === 0 ? one() + one() : one();
}

export function take(inputs: Iterator<string, never>, count: number): string[] {
  return Array.from({ length: count }, () => inputs.next().value);
}
