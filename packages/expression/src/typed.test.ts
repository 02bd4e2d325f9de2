import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExpressionError } from './error.ts';
import { functionSpellings } from './functions.ts';
import { parse } from './parse.ts';
import { toMathML } from './to-mathml.ts';
import { toPython } from './to-python.ts';
import { toTeX } from './to-tex.ts';
import { toText } from './to-text.ts';

const variables = ['x', 'y', 'x0'];

/** Formulas as people type and paste them, and how each is understood. */
test.each([
  ['sin x', 'sin(x)'],
  ['sinx', 'sin(x)'],
  ['sin 2x', 'sin(2*x)'],
  ['sin 2 pi x', 'sin(2*pi*x)'],
  ['sin x cos x', 'sin(x)*cos(x)'],
  ['sin x^2', 'sin(x^2)'],
  ['sin(x)^2', 'sin(x)^2'],
  ['sin²x', 'sin(x)^2'],
  ['sin² x', 'sin(x)^2'],
  ['sin^2(x)', 'sin(x)^2'],
  ['sin^2 x', 'sin(x)^2'],
  ['sin^{2}x', 'sin(x)^2'],
  ['(sin x)^2', 'sin(x)^2'],
  ['sin -x', 'sin(-x)'],
  ['sin x/2', 'sin(x)/2'],
  ['sin(x)/2', 'sin(x)/2'],
  ['sin(x)(x+1)', 'sin(x)*(x + 1)'],
  ['xsinx', 'x*sin(x)'],
  ['x sin x', 'x*sin(x)'],
  ['sin cos x', 'sin(cos(x))'],
  ['2 sin x + 3 cos y', '2*sin(x) + 3*cos(y)'],
  ['x e^x', 'x*e^x'],
  ['xe^x', 'x*e^x'],
  ['2ex', '2*e*x'],
  ['2e^x', '2*e^x'],
  ['e^-x', 'e^-x'],
  ['e^(-x^2)', 'e^-x^2'],
  ['e^2x', 'e^2*x'],
  ['eˣ', 'e^x'],
  ['e⁻ˣ', 'e^-x'],
  ['exp(-x²)', 'exp(-x^2)'],
  ['exp x', 'exp(x)'],
  ['expx', 'exp(x)'],
  ['1e3x', '1000*x'],
  ['2e-3', '0.002'],
  ['2 e - 3', '2*e - 3'],
  ['|x|', 'abs(x)'],
  ['|x - 1|', 'abs(x - 1)'],
  ['||x| - 1|', 'abs(abs(x) - 1)'],
  ['|x||y|', 'abs(x)*abs(y)'],
  ['2|x|', '2*abs(x)'],
  ['x|x|', 'x*abs(x)'],
  ['|x(|y|+1)|', 'abs(x*(abs(y) + 1))'],
  ['√x', 'sqrt(x)'],
  ['√(x+1)', 'sqrt(x + 1)'],
  ['√2x', 'sqrt(2)*x'],
  ['√x²', 'sqrt(x^2)'],
  ['∛x', 'cbrt(x)'],
  ['½x', '1/2*x'],
  ['½ x²', '1/2*x^2'],
  ['x^½', 'x^(1/2)'],
  ['¾', '3/4'],
  ['ln x', 'ln(x)'],
  ['ln(x)', 'ln(x)'],
  ['ln|x|', 'ln(abs(x))'],
  ['log x', 'ln(x)'],
  ['log(x)', 'ln(x)'],
  ['lg x', 'log10(x)'],
  ['log2(x)', 'log2(x)'],
  ['log10 x', 'log10(x)'],
  ['log_2(x)', 'log2(x)'],
  ['log_{10} x', 'log10(x)'],
  ['arctan x', 'atan(x)'],
  ['arctan(x)', 'atan(x)'],
  ['arcsin(x)+arccos(x)', 'asin(x) + acos(x)'],
  ['asin(x)', 'asin(x)'],
  ['acos x', 'acos(x)'],
  ['atan(x)', 'atan(x)'],
  ['sinh x', 'sinh(x)'],
  ['cosh(x)', 'cosh(x)'],
  ['tanh x', 'tanh(x)'],
  ['cbrt(x)', 'cbrt(x)'],
  ['erf(x)', 'erf(x)'],
  ['gelu(x)', 'gelu(x)'],
  ['sign(x)', 'sign(x)'],
  ['sgn x', 'sign(x)'],
  ['floor(x)', 'floor(x)'],
  ['relu x', 'relu(x)'],
  ['sigmoid(x)', 'sigmoid(x)'],
  ['softplus(x)', 'softplus(x)'],
  ['max(x, 0)', 'max(x, 0)'],
  ['maximum(x, 0)', 'max(x, 0)'],
  ['min(x,y)', 'min(x, y)'],
  ['X^2', 'x^2'],
  ['X Y', 'x*y'],
  ['SIN(X)', 'sin(x)'],
  ['f(x) = x^2', 'x^2'],
  ['f(x, y) = x y', 'x*y'],
  ['y = x^2', 'x^2'],
  ["f'(x) = 2x", '2*x'],
  ['f′(x) = 2x', '2*x'],
  ['df/dx = 2x', '2*x'],
  ['∂f/∂x = 2xy', '2*x*y'],
  ['lambda x: x**2', 'x^2'],
  ['np.sin(x)', 'sin(x)'],
  ['np.exp(-x**2)', 'exp(-x^2)'],
  ['torch.sin(x)', 'sin(x)'],
  ['torch.nn.functional.gelu(x)', 'gelu(x)'],
  ['F.relu(x)', 'relu(x)'],
  ['math.sqrt(x)', 'sqrt(x)'],
  ['x * np.pi', 'x*pi'],
  ['\\frac{x}{2}', 'x/2'],
  ['\\frac{x^2}{2} + 1', 'x^2/2 + 1'],
  ['x_0', 'x0'],
  ['x_{0}^2', 'x0^2'],
  ['x₀', 'x0'],
  ['x \\cdot y', 'x*y'],
  ['\\sin x', 'sin(x)'],
  ['\\sin(x)', 'sin(x)'],
  ['\\sin^2 x', 'sin(x)^2'],
  ['\\sqrt{x}', 'sqrt(x)'],
  ['\\sqrt[3]{x}', 'cbrt(x)'],
  ['\\sqrt{x^2+1}', 'sqrt(x^2 + 1)'],
  ['\\left( x+1 \\right)^{2}', '(x + 1)^2'],
  ['\\left|x\\right|', 'abs(x)'],
  ['x^{10}', 'x^10'],
  ['x^{-1}', 'x^-1'],
  ['e^{-x^2}', 'e^-x^2'],
  ['$x^2$', 'x^2'],
  ['\\ln x', 'ln(x)'],
  ['\\log_{10}(x)', 'log10(x)'],
  ['\\exp(x)', 'exp(x)'],
  ['\\operatorname{sigmoid}(x)', 'sigmoid(x)'],
  ['\\pi x', 'pi*x'],
  ['x − 1', 'x - 1'],
  ['2×3', '2*3'],
  ['2·x', '2*x'],
  ['6÷2', '6/2'],
  ['x² + y³', 'x^2 + y^3'],
  ['x⁻¹', 'x^-1'],
  ['“x^2”', 'x^2'],
  ['2πx', '2*pi*x'],
  ['𝑥²', 'x^2'],
  ['（x＋1）', 'x + 1'],
  ['6/2(1+2)', '6/2*(1 + 2)'],
  ['2x/2x', '2*x/2*x'],
  ['1/2x', '1/2*x'],
  ['x/2/y', 'x/2/y'],
  ['-x^2', '-x^2'],
  ['2^3^2', '2^3^2'],
  ['x^2y', 'x^2*y'],
  ['[x+1]^2', '(x + 1)^2'],
])('%s is understood as %s', (typed, understood) => {
  expect(toText(parse(typed, { variables }))).toBe(understood);
});

/** What has no meaning or two, and the advice that it gets. */
test.each([
  ['\\tfrac12 x', '\\frac at position 1 needs two pairs of braces: \\frac{x}{2}.'],
  ['x2', 'x2 is not a variable here. For a product write x*2, for a power x^2.'],
  ['x 2', 'A sign is missing before 2 at position 3. Write * for a product, ^ for a power.'],
  [
    '2½',
    'The fraction at position 2 stands right after another factor. Write * for a product, 2.5 for 2½.',
  ],
  ['x^^2', 'Two powers in a row at position 3. Write one, as in x^2.'],
  ['3,5', 'A comma at position 2 does not belong here. Write decimals with a point, as in 0.5.'],
  ['sin', 'sin at position 1 needs something to act on: sin(x).'],
  [
    'sin^-1 x',
    'sin to a negative power at position 1 has two meanings. Write arcsin(x) or 1/sin(x).',
  ],
  [
    'sin⁻¹(x)',
    'sin to a negative power at position 1 has two meanings. Write arcsin(x) or 1/sin(x).',
  ],
  [
    'sin^(-1)(x)',
    'sin to a negative power at position 1 has two meanings. Write arcsin(x) or 1/sin(x).',
  ],
  ['max x', 'max takes two values, got 1. Write max(x, 0), for example.'],
  ['max(x)', 'max takes two values, got 1. Write max(x, 0), for example.'],
  ['sin(x', 'The parenthesis opened at position 4 is not closed. Add ).'],
  ['x + 1)', 'Nothing is open for the ) at position 6 to close. Remove it.'],
  ['|x', 'The | at position 1 is not closed. Add |.'],
  ['[x)', 'The [ at position 1 is closed by ) at position 3. Close it with ].'],
  ['\\frac12', '\\frac at position 1 needs two pairs of braces: \\frac{x}{2}.'],
  [
    '\\foo{x}',
    'I cannot read ‘\\foo’ at position 1. Use numbers, names, + - * / ^ and parentheses.',
  ],
  [
    '\\sqrt[4]{x}',
    'I cannot read ‘\\sqrt[4]’ at position 1. Write another root as a power: x^(1/4).',
  ],
  [
    'x = y = 2',
    'I cannot read ‘=’ at position 7. Write only what stands right of the equals sign.',
  ],
  ['x > 0', 'I cannot read ‘>’ at position 3. Use numbers, names, + - * / ^ and parentheses.'],
  ['x!', 'I cannot read ‘!’ at position 2. Write a factorial as its number: 6 for 3!.'],
  ['90°', 'I cannot read ‘°’ at position 3. Angles are in radians: 90° is pi/2.'],
  ['50%', 'I cannot read ‘%’ at position 3. Write a percentage as a decimal number: 0.05.'],
  ['x:2', 'I cannot read ‘:’ at position 2. For a quotient write /.'],
  ['a x + b', 'I do not know the name ‘a’. Known: x, y, x0, pi, e, sin'],
  ['t^2', 'I do not know the name ‘t’. Known: x, y, x0, pi, e, sin'],
  ['sin()', 'Nothing stands before the ) at position 5. Fill in the parentheses.'],
  ["x'", "I cannot read ‘'’ at position 2. Write the formula itself, without a prime."],
  ['theta', 'I do not know the name ‘theta’. Known: x, y, x0, pi, e, sin'],
  ['constructor', 'I do not know the name ‘constructor’. Known: x, y, x0, pi, e, sin'],
  ['pow(x, 2)', 'For a power write ^ or **, as in x^2.'],
  ['x.sin()', 'I cannot read ‘.’ at position 2. Use numbers, names, + - * / ^ and parentheses.'],
])('%s is refused: %s', (typed, message) => {
  expect(() => parse(typed, { variables })).toThrow(ExpressionError);
  expect(() => parse(typed, { variables })).toThrow(message);
});

test('every spelling of every function is read without parentheses too, in small letters and capitals', () => {
  for (const [spelling, name] of functionSpellings) {
    if (name === 'max' || name === 'min') continue;
    for (const text of [`${spelling} x`, `${spelling.toUpperCase()}(x)`])
      expect(toText(parse(text)), text).toBe(`${name}(x)`);
  }
});

test('5,000 random strings of what people type are read or refused inside the text, and what is read is printed', () => {
  const fragment = fc.constantFrom(
    ...[
      ...Array.from('xyXe2.5+-*/^()[]{}|,=_ ²⁻ˣ½√∛π−×·“”'),
      '\\frac',
      '\\sqrt',
      '\\left',
      '\\cdot',
      '\\sin',
    ],
    ...[
      'sin',
      'ln',
      'log',
      'max',
      'erf',
      'np.',
      'torch.',
      'f(x) =',
      'x_0',
      '{',
      '}',
      '𝑥',
      '\u200b',
      'ﷺ',
    ],
  );
  const texts = fc.oneof(
    fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 210 }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      try {
        const expression = parse(text);
        for (const print of [toText, toTeX, toPython, toMathML]) print(expression);
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionError);
        const { position, length } = error as ExpressionError;
        expect(position).toBeGreaterThanOrEqual(0);
        expect(position + length).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 5000 },
  );
});
