/** A number as it stands on an axis: 0.01, 1,000, or 2·10⁻⁶, of which a canvas raises the last part. */
interface TickLabel {
  text: string;
  exponent?: string;
}

const plainDigits = '−0123456789';
const raisedDigits = '⁻⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The text of a label and its exponent in ordinary digits. */
export function splitExponent(label: string): { text: string; exponent: string } {
  const [text] = /^[^⁻⁰¹²³⁴⁵⁶⁷⁸⁹]*/.exec(label) ?? [''];
  return { text, exponent: moved(label.slice(text.length), raisedDigits, plainDigits) };
}

const moved = (text: string, from: string, to: string): string =>
  Array.from(text, (character) => to.charAt(from.indexOf(character))).join('');

/** Labels for all ticks of one axis, in one style. */
export function tickLabels(values: readonly number[], log: boolean): string[] {
  const labels = log ? logLabels(values) : linearLabels(values);
  return labels.map(({ text, exponent = '' }) => text + moved(exponent, plainDigits, raisedDigits));
}

function logLabels(values: readonly number[]): TickLabel[] {
  const plain = values.every((value) => value >= 0.99e-4 && value <= 1.01e4);
  return values.map((value) => (plain ? { text: plainNumber(value) } : scientific(value)));
}

function linearLabels(values: readonly number[]): TickLabel[] {
  const step = Math.abs((values[1] ?? 1) - (values[0] ?? 0)) || 1;
  const largest = Math.max(...values.map(Math.abs));
  if (largest >= 1e6 || largest < 1e-3) return values.map(scientific);
  const digits = decimals(step);
  const quarters = /^2\.?5/.test(step.toExponential());
  return values.map((value) => {
    // Steps of a quarter alternate in length anyway (2.5, 5, 7.5): whole numbers stay short.
    const size = Math.abs(value);
    const text =
      quarters || size === 0 ? String(Number(size.toFixed(digits))) : size.toFixed(digits);
    return { text: signed(grouped(text), value) };
  });
}

/** Decimals that show a step exactly, at most eight. */
function decimals(step: number): number {
  for (let digits = 0; digits < 8; digits++) {
    const shifted = Number(`${String(step)}e${String(digits)}`);
    if (Number.isNaN(shifted)) return 8;
    if (Math.abs(shifted - Math.round(shifted)) < 1e-6) return digits;
  }
  return 8;
}

function scientific(value: number): TickLabel {
  if (value === 0) return { text: '0' };
  const [mantissa = '1', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const power = Number(exponent);
  if (power === 0) return { text: signed(mantissa, value) };
  const factor =
    mantissa === '1'
      ? '10'
      : `${Number(mantissa)
          .toPrecision(3)
          .replace(/\.?0+$/, '')}·10`;
  return { text: signed(factor, value), exponent: signed(String(Math.abs(power)), power) };
}

function plainNumber(value: number): string {
  return grouped(String(Number(value.toPrecision(6))));
}

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const parts = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return fraction === undefined ? parts : `${parts}.${fraction}`;
}

/** A tick that was to be 0 may lie a rounding error below it, and has no sign. */
function signed(digits: string, value: number): string {
  return value < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits;
}
