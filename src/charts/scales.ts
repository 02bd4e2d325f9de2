import {
  type LabelItem,
  type LinearScaleOptions,
  LinearScale,
  LogarithmicScale,
  type LogarithmicScaleOptions,
} from 'chart.js';
import { exponentSize } from './text.ts';
import { splitExponent } from './tick-label.ts';

/** Chart.js's linear scale, whose tick labels may end in a raised exponent. */
export class NumberScale extends LinearScale {
  static override id = 'number';
  override drawLabels(): void {
    drawTickLabels(this.ctx, this.getLabelItems());
  }
}

/** Chart.js's logarithmic scale, whose tick labels may end in a raised exponent. */
export class DecadeScale extends LogarithmicScale {
  static override id = 'decade';
  override drawLabels(): void {
    drawTickLabels(this.ctx, this.getLabelItems());
  }
}

declare module 'chart.js' {
  interface CartesianScaleTypeRegistry {
    number: { options: LinearScaleOptions };
    decade: { options: LogarithmicScaleOptions };
  }
}

/** Fonts lack raised digits, so a label is two texts; the font, slow to set, is set once for each. */
function drawTickLabels(context: CanvasRenderingContext2D, items: readonly LabelItem[]): void {
  const [first] = items;
  if (!first) return;
  context.save();
  context.font = first.font.string;
  context.fillStyle = first.options.color as string;
  context.textAlign = 'left';
  context.textBaseline = first.options.textBaseline ?? 'middle';
  const raised = items.flatMap((item) => drawText(context, item));
  if (raised.length > 0) {
    context.font = first.font.string.replace(/[\d.]+px/, `${String(exponentSize)}px`);
    for (const { text, x, y } of raised) context.fillText(text, x, y);
  }
  context.restore();
}

/** Draws a label without its exponent, and returns where that goes. */
function drawText(
  context: CanvasRenderingContext2D,
  { label, textOffset, options }: LabelItem,
): { text: string; x: number; y: number }[] {
  const { text, exponent } = splitExponent(String(label));
  const width = context.measureText(text).width;
  const smaller = exponent ? 1 + context.measureText(exponent).width * (exponentSize / 12) : 0;
  const align = options.textAlign;
  const before = align === 'center' ? 0.5 : align === 'right' ? 1 : 0;
  const [at, top] = options.translation ?? [0, 0];
  const x = at - before * (width + smaller);
  const y = top + textOffset;
  context.fillText(text, x, y);
  return exponent ? [{ text: exponent, x: x + width + 1, y: y - 4 }] : [];
}
