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
