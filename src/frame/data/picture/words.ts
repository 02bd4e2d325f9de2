import type { Position, Words } from './mark.ts';

/** The lines of a text as the page has broken them. */
export function textWords(
  node: Text,
  style: CSSStyleDeclaration,
  origin: Position,
  alpha: number,
): Words[] {
  return linesOf(node).map(({ text, left, top, height }) => ({
    ...wordsIn(style, alpha),
    text,
    x: left - origin.x,
    y: top - origin.y + baseline(style, height),
  }));
}

/** What is typed in a field, where the field shows it. */
export function fieldWords(
  field: HTMLInputElement,
  style: CSSStyleDeclaration,
  origin: Position,
  alpha: number,
): Words[] {
  const { left, top, height } = field.getBoundingClientRect();
  const x = left - origin.x + parseFloat(style.paddingLeft) + parseFloat(style.borderLeftWidth);
  const y = top - origin.y + baseline(style, height);
  return [{ ...wordsIn(style, alpha), text: field.value, x, y }];
}

/** What the words of a style have in common. */
export const wordsIn = (style: CSSStyleDeclaration, alpha: number) => ({
  kind: 'words' as const,
  anchor: 'start' as const,
  font: {
    style: style.fontStyle,
    weight: style.fontWeight,
    size: parseFloat(style.fontSize),
    family: style.fontFamily,
  },
  colour: style.color,
  alpha,
});

interface Line {
  text: string;
  left: number;
  top: number;
  height: number;
}

/** Words that stand equally high, side by side, are a line. */
function linesOf(node: Text): Line[] {
  const lines: Line[] = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const { left, top, width, height } = range.getBoundingClientRect();
    const last = lines.at(-1);
    if (width === 0) continue;
    if (last?.top === top) last.text += ` ${word}`;
    else lines.push({ text: word, left, top, height });
  }
  return lines;
}

const ruler = document.createElement('canvas').getContext('2d');

/** From the top of a line box of this height down to the line that letters stand on. */
function baseline(style: CSSStyleDeclaration, height: number): number {
  if (!ruler) return height * 0.8;
  const { fontStyle, fontWeight, fontSize, fontFamily } = style;
  ruler.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = ruler.measureText('x');
  return (height - up - down) / 2 + up;
}
