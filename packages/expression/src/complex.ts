/** Arithmetic and functions of complex numbers, in float64. */
export interface Complex {
  re: number;
  im: number;
}

const one: Complex = { re: 1, im: 0 };

export function add(a: Complex, b: Complex): Complex {
  return { re: a.re + b.re, im: a.im + b.im };
}

export function subtract(a: Complex, b: Complex): Complex {
  return { re: a.re - b.re, im: a.im - b.im };
}

export function multiply(a: Complex, b: Complex): Complex {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

/** a/b, scaled by the larger part of b (R. L. Smith, 1962) so that b·b need not exist. */
export function divide(a: Complex, b: Complex): Complex {
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    const ratio = b.im / b.re;
    const size = b.re + b.im * ratio;
    return { re: (a.re + a.im * ratio) / size, im: (a.im - a.re * ratio) / size };
  }
  const ratio = b.re / b.im;
  const size = b.re * ratio + b.im;
  return { re: (a.re * ratio + a.im) / size, im: (a.im * ratio - a.re) / size };
}

/** e^(a+ib) = eᵃ (cos b + i sin b) */
export function exp({ re, im }: Complex): Complex {
  const size = Math.exp(re);
  return { re: size * Math.cos(im), im: size * Math.sin(im) };
}

/** ln z = ln |z| + i arg z */
export function log({ re, im }: Complex): Complex {
  return { re: Math.log(Math.hypot(re, im)), im: Math.atan2(im, re) };
}

/** √z on the branch with a real part ≥ 0. */
export function sqrt({ re, im }: Complex): Complex {
  const half = Math.sqrt((Math.abs(re) + Math.hypot(re, im)) / 2);
  if (half === 0) return { re: 0, im: 0 };
  if (re >= 0) return { re: half, im: im / (2 * half) };
  return { re: Math.abs(im) / (2 * half), im: im < 0 ? -half : half };
}

/** sin(a+ib) = sin a cosh b + i cos a sinh b */
export function sin({ re, im }: Complex): Complex {
  return { re: Math.sin(re) * Math.cosh(im), im: Math.cos(re) * Math.sinh(im) };
}

/** cos(a+ib) = cos a cosh b − i sin a sinh b */
export function cos({ re, im }: Complex): Complex {
  return { re: Math.cos(re) * Math.cosh(im), im: -Math.sin(re) * Math.sinh(im) };
}

/** tan z = sin z / cos z */
export function tan(z: Complex): Complex {
  return divide(sin(z), cos(z));
}

/** tanh(a+ib) = (tanh a + i tan b) / (1 + i tanh a tan b): nothing in it overflows. */
export function tanh({ re, im }: Complex): Complex {
  const real = Math.tanh(re);
  const imaginary = Math.tan(im);
  return divide({ re: real, im: imaginary }, { re: 1, im: real * imaginary });
}

/** sinh(a+ib) = sinh a cos b + i cosh a sin b */
export function sinh({ re, im }: Complex): Complex {
  return { re: Math.sinh(re) * Math.cos(im), im: Math.cosh(re) * Math.sin(im) };
}

/** cosh(a+ib) = cosh a cos b + i sinh a sin b */
export function cosh({ re, im }: Complex): Complex {
  return { re: Math.cosh(re) * Math.cos(im), im: Math.sinh(re) * Math.sin(im) };
}

/** √(1 − z) and √(1 + z), whose products keep a tiny imaginary part (W. Kahan, 1987). */
function rootsAroundOne(z: Complex): { below: Complex; above: Complex } {
  return { below: sqrt(subtract(one, z)), above: sqrt(add(one, z)) };
}

/** asin z = atan(Re z / Re(√(1−z) √(1+z))) + i asinh Im(√(1−z)* √(1+z)) */
export function asin(z: Complex): Complex {
  const { below, above } = rootsAroundOne(z);
  return {
    re: Math.atan2(z.re, multiply(below, above).re),
    im: Math.asinh(multiply({ re: below.re, im: -below.im }, above).im),
  };
}

/** acos z = 2 atan(Re √(1−z) / Re √(1+z)) + i asinh Im(√(1+z)* √(1−z)) */
export function acos(z: Complex): Complex {
  const { below, above } = rootsAroundOne(z);
  return {
    re: 2 * Math.atan2(below.re, above.re),
    im: Math.asinh(multiply({ re: above.re, im: -above.im }, below).im),
  };
}

/** atan(a+ib) = ½ arg(1 − a² − b² + 2ia) + ¼i ln(1 + 4b/(a² + (1 − b)²)) */
export function atan({ re, im }: Complex): Complex {
  return {
    re: Math.atan2(2 * re, (1 - im) * (1 + im) - re * re) / 2,
    im: Math.log1p((4 * im) / (re * re + (1 - im) ** 2)) / 4,
  };
}

/** ln z / ln b */
export function logTo(base: number, z: Complex): Complex {
  const { re, im } = log(z);
  return { re: re / Math.log(base), im: im / Math.log(base) };
}

/** The root that is real for a real z, of negative numbers too. */
export function cbrt(z: Complex): Complex {
  if (z.re < 0) {
    const { re, im } = cbrt({ re: -z.re, im: -z.im });
    return { re: -re, im: -im };
  }
  if (z.re === 0 && z.im === 0) return z;
  const { re, im } = log(z);
  return exp({ re: re / 3, im: im / 3 });
}

/** erf z = (2/√π) e^(−z²) Σ (2z²)ⁿ z/(1·3·5 … (2n+1)); beyond 26 even its derivative is 0 in float64. */
export function erf(z: Complex): Complex {
  if (Math.abs(z.re) > 26) return { re: Math.sign(z.re), im: 0 };
  const square = multiply(z, z);
  let term = z;
  let sum = z;
  for (let n = 1; size(term) > 1e-17 * size(sum); n++) {
    const next = multiply(term, square);
    term = { re: (2 * next.re) / (2 * n + 1), im: (2 * next.im) / (2 * n + 1) };
    sum = add(sum, term);
  }
  const { re, im } = multiply(sum, exp({ re: -square.re, im: -square.im }));
  return { re: (2 * re) / Math.sqrt(Math.PI), im: (2 * im) / Math.sqrt(Math.PI) };
}

/** z Φ(z) with Φ(z) = ½(1 + erf(z/√2)) */
export function gelu(z: Complex): Complex {
  const { re, im } = erf({ re: z.re * Math.SQRT1_2, im: z.im * Math.SQRT1_2 });
  return multiply(z, { re: (1 + re) / 2, im: im / 2 });
}

function size({ re, im }: Complex): number {
  return Math.abs(re) + Math.abs(im);
}

/** 1/(1 + e⁻ᶻ) = ½ + ½ tanh(z/2) */
export function sigmoid({ re, im }: Complex): Complex {
  const half = tanh({ re: re / 2, im: im / 2 });
  return { re: 0.5 + half.re / 2, im: half.im / 2 };
}

/** ln(1 + eᶻ), or z itself beyond 20, as PyTorch has it for real numbers. */
export function softplus(z: Complex): Complex {
  return z.re > 20 ? z : log(add(one, exp(z)));
}

/** zʷ. A whole real power is a product, which keeps a tiny imaginary part; others are e^(w ln z). */
export function power(base: Complex, exponent: Complex): Complex {
  if (exponent.im === 0 && Number.isInteger(exponent.re)) return wholePower(base, exponent.re);
  if (exponent.im === 0 && exponent.re === 0.5) return sqrt(base);
  return exp(multiply(exponent, log(base)));
}

/** By repeated squaring, so that a large power takes few products. */
function wholePower(base: Complex, exponent: number): Complex {
  let result = one;
  let square = base;
  for (let left = Math.abs(exponent); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  return exponent < 0 ? divide(one, result) : result;
}
