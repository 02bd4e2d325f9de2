import { floatRepr, formatNumber } from '@calculus/autograd';

/** A number as Python source writes it: 0 is 0.0. */
export const python = floatRepr;

/** A number as Python's f"{value:spec}" prints it. */
export const printed = (value: number, spec = '.6g'): string => formatNumber(value, spec);

/** A PyTorch program, and below it what it prints, as comments. */
export function programText(lines: readonly string[], output: readonly string[]): string {
  return [...lines, '', '# Expected output:', ...output.map((line) => `# ${line}`), ''].join('\n');
}
