/** How formulas are typeset, whatever the markup: TeX and MathML each say what these pieces become. */
export interface Notation<M> {
  /** 7, 0.25. */
  number(digits: string): M;
  /** digits · 10^exponent */
  scientific(digits: string, exponent: string): M;
  constant(name: 'pi' | 'e'): M;
  /** A letter, with an index where it has one: x, x₀. */
  variable(letter: string, index: string): M;
  /** −x */
  minus(operand: M): M;
  /** `none` is a product without a sign. */
  infix(left: M, sign: '+' | '-' | 'dot' | 'none', right: M): M;
  fraction(top: M, bottom: M): M;
  power(base: M, exponent: M): M;
  /** The square root, or the one of a degree. */
  root(inside: M, degree?: string): M;
  /** Something between brackets that grow with it. */
  fence(open: '(' | '|' | '⌊', inside: M, close: ')' | '|' | '⌋'): M;
  /** A function's name, with the base of a logarithm, before its values in parentheses. */
  call(name: string, operands: readonly M[], base?: string): M;
}
