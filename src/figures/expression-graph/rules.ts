/**
 * Every operation that a formula can record: what it computes and its local derivative with respect
 * to each operand, in the grammar of formulas. x is the first operand, y the second, z the result.
 * These are words for the reader; the numbers beside them are autograd's.
 */
export interface Rule {
  forward: string;
  local: readonly string[];
}

const kink = (forward: string): Rule => ({ forward, local: ['sign(x)'] });
const flat = (forward: string): Rule => ({ forward, local: ['0'] });

export const rules: Readonly<Record<string, Rule>> = {
  AddBackward0: { forward: 'x + y', local: ['1', '1'] },
  SubBackward0: { forward: 'x - y', local: ['1', '-1'] },
  RsubBackward1: { forward: 'x - y', local: ['1', '-1'] },
  MulBackward0: { forward: 'x*y', local: ['y', 'x'] },
  DivBackward0: { forward: 'x/y', local: ['1/y', '-x/y^2'] },
  ReciprocalBackward0: { forward: '1/x', local: ['-z^2'] },
  NegBackward0: { forward: '-x', local: ['-1'] },
  PowBackward0: { forward: 'x^y', local: ['y*x^(y - 1)'] },
  PowBackward1: { forward: 'x^y', local: ['y*x^(y - 1)', 'z*ln(x)'] },
  SinBackward0: { forward: 'sin(x)', local: ['cos(x)'] },
  CosBackward0: { forward: 'cos(x)', local: ['-sin(x)'] },
  TanBackward0: { forward: 'tan(x)', local: ['1 + z^2'] },
  AsinBackward0: { forward: 'asin(x)', local: ['1/sqrt(1 - x^2)'] },
  AcosBackward0: { forward: 'acos(x)', local: ['-1/sqrt(1 - x^2)'] },
  AtanBackward0: { forward: 'atan(x)', local: ['1/(1 + x^2)'] },
  SinhBackward0: { forward: 'sinh(x)', local: ['cosh(x)'] },
  CoshBackward0: { forward: 'cosh(x)', local: ['sinh(x)'] },
  TanhBackward0: { forward: 'tanh(x)', local: ['1 - z^2'] },
  ExpBackward0: { forward: 'exp(x)', local: ['z'] },
  LogBackward0: { forward: 'ln(x)', local: ['1/x'] },
  Log2Backward0: { forward: 'log2(x)', local: ['1/(x*ln(2))'] },
  Log10Backward0: { forward: 'log10(x)', local: ['1/(x*ln(10))'] },
  SqrtBackward0: { forward: 'sqrt(x)', local: ['1/(2*z)'] },
  AbsBackward0: kink('abs(x)'),
  SignBackward0: flat('sign(x)'),
  FloorBackward0: flat('floor(x)'),
  SigmoidBackward0: { forward: 'sigmoid(x)', local: ['z*(1 - z)'] },
  ReluBackward0: { forward: 'relu(x)', local: ['sign(relu(x))'] },
  SoftplusBackward0: { forward: 'softplus(x)', local: ['sigmoid(x)'] },
  ErfBackward0: { forward: 'erf(x)', local: ['2*exp(-x^2)/sqrt(pi)'] },
  GeluBackward0: {
    forward: 'gelu(x)',
    local: ['(1 + erf(x/sqrt(2)))/2 + x*exp(-x^2/2)/sqrt(2*pi)'],
  },
  MaximumBackward0: { forward: 'max(x,y)', local: ['(1 + sign(x - y))/2', '(1 + sign(y - x))/2'] },
  MinimumBackward0: { forward: 'min(x,y)', local: ['(1 - sign(x - y))/2', '(1 - sign(y - x))/2'] },
};

/** A rule with other words for x, y and z, as a reader sees it: u · v. */
export const written = (rule: string, words: Readonly<Record<'x' | 'y' | 'z', string>>): string =>
  pretty(rule).replace(/\b[xyz]\b/g, (letter) => words[letter as 'x' | 'y' | 'z']);

/** A formula in the signs of print: −x · y². */
export const pretty = (formula: string): string =>
  formula
    .replaceAll('-', '−')
    .replaceAll('*', ' · ')
    .replace(/\^2(?![\d.])/g, '²')
    .replace(/\^3(?![\d.])/g, '³');
