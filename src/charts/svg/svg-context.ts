import { element, escaped, short } from './markup.ts';
import type { Position } from '../types.ts';
import { plainColour } from './plain-colour.ts';

/** What save() keeps and restore() brings back. */
const initial = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineCap: 'butt' as CanvasLineCap,
  lineJoin: 'miter' as CanvasLineJoin,
  lineDashOffset: 0,
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start' as CanvasTextAlign,
  textBaseline: 'alphabetic' as CanvasTextBaseline,
};

type Style = typeof initial;

interface Saved extends Style {
  origin: Position;
  clipPath: string | null;
  dash: readonly number[];
}

/**
 * A canvas's 2D context that writes SVG: as much of one as Chart.js and our plugins draw with. It can be
 * shifted and not turned; a path as an object (Path2D) cannot be read back, and is none of its arguments.
 */
export class SvgContext implements Style {
  declare fillStyle: string;
  declare strokeStyle: string;
  declare lineWidth: number;
  declare lineCap: CanvasLineCap;
  declare lineJoin: CanvasLineJoin;
  declare lineDashOffset: number;
  declare globalAlpha: number;
  declare font: string;
  declare textAlign: CanvasTextAlign;
  declare textBaseline: CanvasTextBaseline;

  /** What Chart.js asks of a canvas. */
  readonly canvas: { width: number; height: number; getContext: () => SvgContext };
  readonly #real: CanvasRenderingContext2D;
  readonly #prefix: string;
  readonly #saved: Saved[] = [];
  readonly #clips = new Map<string, string>();
  #drawn: string[] = [];
  #path: string[] = [];
  #origin: Position = { x: 0, y: 0 };
  #clipPath: string | null = null;
  #dash: readonly number[] = [];

  /** Texts and colours are measured on a real context; ids in the file begin with `prefix`. */
  constructor(width: number, height: number, real: CanvasRenderingContext2D, prefix: string) {
    Object.assign(this, initial);
    this.canvas = { width, height, getContext: () => this };
    this.#real = real;
    this.#prefix = prefix;
  }

  /** All that was drawn, as elements of SVG. */
  markup(): string {
    const clips = [...this.#clips.values()].join('');
    return (clips ? element('defs', {}, clips) : '') + this.#drawn.join('');
  }

  save(): void {
    const style = Object.fromEntries(
      Object.keys(initial).map((key) => [key, this[key as keyof Style]]),
    ) as Style;
    this.#saved.push({
      ...style,
      origin: this.#origin,
      clipPath: this.#clipPath,
      dash: this.#dash,
    });
  }

  restore(): void {
    const saved = this.#saved.pop();
    if (!saved) return;
    const { origin, clipPath, dash, ...style } = saved;
    Object.assign(this, style);
    this.#origin = origin;
    this.#clipPath = clipPath;
    this.#dash = dash;
  }

  /** Chart.js sets the ratio of pixels, which is 1 here. */
  setTransform(a: number, b: number, c: number, d: number, x: number, y: number): void {
    if (a !== 1 || b !== 0 || c !== 0 || d !== 1)
      throw new RangeError(`svg: a drawing is shifted only, got ${[a, b, c, d].join(', ')}`);
    this.#origin = { x, y };
  }

  resetTransform(): void {
    this.#origin = { x: 0, y: 0 };
  }

  translate(x: number, y: number): void {
    this.#origin = { x: this.#origin.x + x, y: this.#origin.y + y };
  }

  rotate(angle: number): void {
    this.setTransform(
      Math.cos(angle),
      Math.sin(angle),
      -Math.sin(angle) || 0,
      Math.cos(angle),
      this.#origin.x,
      this.#origin.y,
    );
  }

  setLineDash(dash: readonly number[]): void {
    this.#dash = [...dash];
  }

  beginPath(): void {
    this.#path = [];
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`M${this.#at(x, y)}`);
  }

  lineTo(x: number, y: number): void {
    this.#path.push(`${this.#path.length === 0 ? 'M' : 'L'}${this.#at(x, y)}`);
  }

  bezierCurveTo(a: number, b: number, c: number, d: number, x: number, y: number): void {
    this.#path.push(`C${this.#at(a, b)} ${this.#at(c, d)} ${this.#at(x, y)}`);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  /** In two parts, for SVG has no arc that ends where it begins. */
  arc(x: number, y: number, radius: number, from: number, to: number, backwards = false): void {
    const turn = Math.max(-2 * Math.PI, Math.min(2 * Math.PI, to - from));
    const on = (angle: number): [number, number] => [
      x + radius * Math.cos(angle),
      y + radius * Math.sin(angle),
    ];
    this.lineTo(...on(from));
    const round = `A${short(radius)} ${short(radius)} 0 0 ${backwards ? '0' : '1'} `;
    for (const share of [0.5, 1]) this.#path.push(round + this.#at(...on(from + share * turn)));
  }

  closePath(): void {
    this.#path.push('Z');
  }

  fill(rule: CanvasFillRule = 'nonzero'): void {
    const evenodd = rule === 'evenodd' ? rule : null;
    this.#draw('path', { ...this.#filled(), 'fill-rule': evenodd, d: this.#path.join('') });
  }

  stroke(): void {
    this.#draw('path', { ...this.#stroked(), d: this.#path.join('') });
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }

  /** The whole picture, always. */
  clearRect(): void {
    this.#drawn = [];
    this.#clips.clear();
  }

  /** Clips to the path, within what is clipped to already. */
  clip(): void {
    const d = this.#path.join('');
    const key = `${this.#clipPath ?? ''} ${d}`;
    const id = `${this.#prefix}-${String([...this.#clips.keys(), key].indexOf(key) + 1)}`;
    const within = element('path', { d });
    this.#clips.set(key, element('clipPath', { id, 'clip-path': this.#clipPath }, within));
    this.#clipPath = `url(#${id})`;
  }

  measureText(text: string): TextMetrics {
    this.#real.font = this.font;
    return this.#real.measureText(text);
  }

  fillText(text: string, x: number, y: number): void {
    this.#draw('text', { ...this.#set(x, y), ...this.#filled() }, text);
  }

  /** The halo of a text, which readers of the file need not hear twice. */
  strokeText(text: string, x: number, y: number): void {
    this.#draw('text', { ...this.#set(x, y), ...this.#stroked(), 'aria-hidden': 'true' }, text);
  }

  #draw(name: string, attributes: Record<string, string | number | null>, text = ''): void {
    if (attributes['d'] === '') return;
    const all = { ...attributes, 'clip-path': this.#clipPath };
    this.#drawn.push(element(name, all, escaped(text)));
  }

  #at(x: number, y: number): string {
    return `${short(x + this.#origin.x)} ${short(y + this.#origin.y)}`;
  }

  #filled() {
    const { hex, alpha } = plainColour(this.fillStyle, this.#real);
    return { fill: hex, 'fill-opacity': unlessOne(alpha * this.globalAlpha) };
  }

  #stroked() {
    const { hex, alpha } = plainColour(this.strokeStyle, this.#real);
    return {
      fill: 'none',
      stroke: hex,
      'stroke-opacity': unlessOne(alpha * this.globalAlpha),
      'stroke-width': this.lineWidth,
      'stroke-linecap': this.lineCap === 'butt' ? null : this.lineCap,
      'stroke-linejoin': this.lineJoin === 'miter' ? null : this.lineJoin,
      'stroke-dasharray': this.#dash.map(short).join(' ') || null,
      'stroke-dashoffset': this.lineDashOffset || null,
    };
  }

  /** Where a text stands, in words that every reader of SVG knows: on its alphabetic baseline. */
  #set(x: number, y: number) {
    const { size, weight, family } = readFont(this.font);
    return {
      x: x + this.#origin.x,
      y: y + this.#origin.y + this.#fall(),
      'font-family': family,
      'font-size': size,
      'font-weight': weight,
      'text-anchor': anchors[this.textAlign],
    };
  }

  /** Pixels from where a text is set down to its alphabetic baseline. */
  #fall(): number {
    const real = this.#real;
    real.font = this.font;
    const ascent = (baseline: CanvasTextBaseline): number => {
      real.textBaseline = baseline;
      return real.measureText('x').actualBoundingBoxAscent;
    };
    return ascent('alphabetic') - ascent(this.textBaseline);
  }
}

/** For texts that run from left to right. */
const anchors: Record<CanvasTextAlign, string | null> = {
  start: null,
  left: null,
  center: 'middle',
  end: 'end',
  right: 'end',
};

const unlessOne = (alpha: number): number | null => (alpha === 1 ? null : alpha);

/** A font as Chart.js writes it: "500 12px Inter, sans-serif". */
function readFont(font: string) {
  const [, weight = '400', size = '10', family = 'sans-serif'] =
    /^(?:normal )?(?:(\d+|bold) )?([\d.]+)px(?:\/\S+)? (.+)$/.exec(font) ?? [];
  return { weight, size: Number(size), family };
}
