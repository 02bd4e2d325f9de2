/** A complex number. */
export interface Complex {
  re: number;
  im: number;
}

/** What one curvature makes of momentum, whatever the start. */
export type Regime =
  | 'lands in one step'
  | 'monotone'
  | 'critically damped'
  | 'ripples'
  | 'alternating'
  | 'bounces forever'
  | 'diverges';

/** The roots of r² − (1 + β − αλ) r + β, what they mean, and whether they are complex. */
export interface Roots {
  roots: [Complex, Complex];
  /** (1 + β − αλ)² − 4β: below zero the roots are complex, at zero they are one. */
  discriminant: number;
  kind: 'real' | 'double' | 'complex';
  /** The larger of both sizes; √β where the roots are complex. */
  rate: number;
  regime: Regime;
}

/** Closer than this, two numbers of the size of 1 differ by rounding alone. */
const rounding = 1e-12;

/** Solves the recursion x ← x − αλx + β(x − x₋). `product` is αλ. */
export function rootsOf(product: number, beta: number): Roots {
  const trace = 1 + beta - product;
  const exact = trace * trace - 4 * beta;
  const scale = trace * trace + 4 * beta;
  const discriminant = Math.abs(exact) <= rounding * scale ? 0 : exact;
  const kind = discriminant < 0 ? 'complex' : discriminant === 0 ? 'double' : 'real';
  const found = { discriminant, kind, ...solutions(trace, beta, discriminant) } as const;
  return { ...found, regime: regimeOf(product, beta, trace, found) };
}

/** The size of a real root is found without subtracting numbers that are nearly equal. */
function solutions(
  trace: number,
  beta: number,
  discriminant: number,
): Pick<Roots, 'roots' | 'rate'> {
  const half = Math.sqrt(Math.abs(discriminant)) / 2;
  if (discriminant < 0) {
    const re = trace / 2;
    return {
      roots: [
        { re, im: half },
        { re, im: -half },
      ],
      rate: Math.sqrt(beta),
    };
  }
  const larger = trace < 0 ? trace / 2 - half : trace / 2 + half;
  const smaller = larger === 0 ? 0 : beta / larger;
  return {
    roots: [
      { re: larger, im: 0 },
      { re: smaller, im: 0 },
    ],
    rate: Math.abs(larger),
  };
}

/**
 * Stable means 0 ≤ β < 1 and αλ < 2(1 + β). On that border one root is −1, or the complex pair lies on
 * the unit circle; where both roots are −1 the error grows in proportion to the step.
 */
function regimeOf(
  product: number,
  beta: number,
  trace: number,
  { kind, rate }: Pick<Roots, 'kind' | 'rate'>,
): Regime {
  if (rate < rounding) return 'lands in one step';
  const onEdge = Math.abs(product - 2 * (1 + beta)) < rounding * (1 + product);
  if (beta > 1 || (onEdge && kind === 'double')) return 'diverges';
  if (beta === 1 && kind === 'complex') return 'bounces forever';
  if (onEdge) return 'bounces forever';
  if (product > 2 * (1 + beta)) return 'diverges';
  if (kind === 'complex') return 'ripples';
  if (trace < 0) return 'alternating';
  return kind === 'double' ? 'critically damped' : 'monotone';
}

/** max |r| alone. */
export const rateOf = (product: number, beta: number): number => rootsOf(product, beta).rate;

/** The β with the smallest rate for this αλ: there the two roots meet, and the rate is |1 − √(αλ)|. */
export const bestBeta = (product: number): number => (1 - Math.sqrt(product)) ** 2;
