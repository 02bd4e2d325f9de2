import { floatFormat } from './element-format.ts';
import { getPrintOptions, type PrintOptions } from './print-options.ts';

/**
 * A vector of complex numbers as PyTorch prints it, from its real and imaginary parts:
 * `tensor([0.+1.j, 0.-1.j])`. This package has no complex dtype; eigenvalues come as two tensors.
 */
export function formatComplex(
  real: readonly number[],
  imag: readonly number[],
  options: PrintOptions = getPrintOptions(),
): string {
  const realFormat = floatFormat(real, options);
  const imagFormat = floatFormat(imag, options);
  const items = real.map((value, i) => {
    const imaginary = imagFormat.write(imag[i] as number).trimStart();
    return `${realFormat.write(value)}${imaginary.startsWith('-') ? '' : '+'}${imaginary}j`;
  });
  return `tensor([${items.join(', ')}])`;
}
