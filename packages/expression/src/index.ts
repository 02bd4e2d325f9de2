/** Formulas that a reader types: read, evaluated, differentiated and printed, never run as a program. */
export { ExpressionError } from './error.ts';
export { type Algebra, type BinaryName, fold } from './algebra.ts';
export { type FunctionName, type PairName, type UnaryName, functionNames } from './functions.ts';
export { allVariables } from './names.ts';
export { type ParseOptions, maximumDepth, parse } from './parse.ts';
export { parsePair } from './parse-pair.ts';
export { maximumLength } from './tokenize.ts';
export {
  type ConstantName,
  type Expression,
  type Operator,
  children,
  functionsOf,
  variablesOf,
} from './tree.ts';
export { type Point, compile } from './compile.ts';
export { type Values, evaluate } from './evaluate.ts';
export { type Derivatives, type Precision, differentiate, gradient } from './gradient.ts';
export { toMathML } from './to-mathml.ts';
export { toPython } from './to-python.ts';
export { toTeX } from './to-tex.ts';
export { toText } from './to-text.ts';
export { type Complex } from './complex.ts';
export { compileComplex, whyNotAnalytic } from './compile-complex.ts';
export {
  type OneSided,
  derivativeTowards,
  mayHaveKinkAt,
  oneSidedDerivatives,
} from './one-sided.ts';
export { preciseDerivative } from './precise-derivative.ts';
