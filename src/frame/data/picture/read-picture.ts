import { boxMarks } from './boxes.ts';
import type { Mark, Picture, Position } from './mark.ts';
import { svgMarks } from './shapes.ts';
import { fieldWords, textWords } from './words.ts';

/** Reads what an element of the page shows: text, boxes, lines and charts, as they are laid out now. */
export function readPicture(element: HTMLElement): Picture {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const reader = new Reader({ x: left, y: top }, { x: right, y: bottom });
  reader.read(element, 1);
  return {
    width: Math.ceil(reader.end.x - left),
    height: Math.ceil(reader.end.y - top),
    marks: reader.marks,
  };
}

/** Controls, and what is said to those who cannot see the picture or are about to move it. */
const leftOut =
  'input[type="range"], select, details:not([open]), math, [hidden], [data-not-saved]';

class Reader {
  readonly marks: Mark[] = [];
  /** Of the picture in the window. */
  readonly origin: Position;
  /** Where the picture ends so far, in the window: what scrolls is read whole. */
  readonly end: Position;

  constructor(origin: Position, end: Position) {
    this.origin = origin;
    this.end = end;
  }

  read(element: Element, above: number): void {
    if (element.matches(leftOut)) return;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const alpha = above * Number(style.opacity);
    if (style.display === 'none' || style.visibility !== 'visible' || alpha === 0) return;
    if (element instanceof SVGSVGElement) this.marks.push(...svgMarks(element, this.origin, alpha));
    else if (element instanceof HTMLCanvasElement) this.#chart(element, box);
    else if (style.display === 'contents') this.#inside(element, style, alpha);
    else if (box.width > 1 || box.height > 1) this.#box(element, style, box, alpha);
  }

  #box(element: Element, style: CSSStyleDeclaration, box: DOMRect, alpha: number): void {
    this.end.x = Math.max(this.end.x, box.right);
    this.end.y = Math.max(this.end.y, box.bottom);
    this.marks.push(...boxMarks(style, box, this.origin, alpha));
    if (element instanceof HTMLInputElement)
      this.marks.push(...fieldWords(element, style, this.origin, alpha));
    this.#inside(element, style, alpha);
  }

  #inside(element: Element, style: CSSStyleDeclaration, alpha: number): void {
    for (const node of element.childNodes) {
      if (node instanceof Element) this.read(node, alpha);
      else if (node instanceof Text) this.marks.push(...textWords(node, style, this.origin, alpha));
    }
  }

  #chart(canvas: HTMLCanvasElement, { left, top, width, height }: DOMRect): void {
    const x = left - this.origin.x;
    const y = top - this.origin.y;
    this.marks.push({ kind: 'chart', canvas, x, y, width, height });
  }
}
