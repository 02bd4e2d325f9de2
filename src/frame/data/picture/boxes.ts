import type { Position, Shape } from './mark.ts';

/** Ground, rings and borders of an element's box. */
export function boxMarks(
  style: CSSStyleDeclaration,
  box: DOMRect,
  origin: Position,
  alpha: number,
): Shape[] {
  const radius = Math.min(parseFloat(style.borderTopLeftRadius) || 0, box.width, box.height);
  const corner = style.borderTopLeftRadius.endsWith('%')
    ? Math.min(box.width, box.height) / 2
    : radius;
  /** The box, so many pixels larger on each side. */
  const around = (more: number): string =>
    rounded(
      {
        x: box.left - origin.x - more,
        y: box.top - origin.y - more,
        width: box.width + 2 * more,
        height: box.height + 2 * more,
      },
      Math.max(0, corner + more),
    );
  const shape = (d: string, parts: Partial<Shape>): Shape => ({ ...blank, d, alpha, ...parts });
  const ring = (stroke: string, strokeWidth: number, more: number, line: string): Shape =>
    shape(around(more), { stroke, strokeWidth, dash: dashes(line, strokeWidth) });
  const [shadow, spread] = ringOf(style.boxShadow);
  const outline = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
  return [
    ...grounds(style).map((fill) => shape(around(0), { fill })),
    ...(shadow ? [ring(shadow, spread, spread / 2, 'solid')] : []),
    ...borders(style, box, origin, around).map(({ d, ...parts }) => shape(d, parts)),
    ...(outline > 0
      ? [
          ring(
            style.outlineColor,
            outline,
            parseFloat(style.outlineOffset) + outline / 2,
            style.outlineStyle,
          ),
        ]
      : []),
  ];
}

const blank: Omit<Shape, 'd' | 'alpha'> = {
  kind: 'shape',
  matrix: new DOMMatrix(),
  fill: null,
  stroke: null,
  strokeWidth: 1,
  dash: [],
  steady: false,
};

/** The colour of the ground, and the first colour of a hatching over it. */
function grounds({ backgroundColor, backgroundImage }: CSSStyleDeclaration): string[] {
  const [, hatched] =
    /^repeating-linear-gradient\([^,]*deg, (\w+\([^)]*\)|#\w+)/.exec(backgroundImage) ?? [];
  return hatched ? [backgroundColor, hatched] : [backgroundColor];
}

/** A shadow that is a ring of one colour: which, and how wide. */
function ringOf(boxShadow: string): [string | null, number] {
  const [, colour = null, spread = '0'] =
    /^([^,]*\([^)]*\)|\w+) 0px 0px 0px ([\d.]+)px$/.exec(boxShadow) ?? [];
  return [colour, Number(spread)];
}

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** One line around where all sides are alike, else a line for each that there is. */
function borders(
  style: CSSStyleDeclaration,
  box: DOMRect,
  origin: Position,
  around: (more: number) => string,
) {
  const lines = sides.map((side) => ({
    side,
    width: parseFloat(style[`border${side}Width`]),
    line: style[`border${side}Style`],
    stroke: style[`border${side}Color`],
  }));
  const seen = lines.filter(({ width, line }) => width > 0 && line !== 'none');
  const [first] = seen;
  const alike = seen.every(
    ({ width, stroke }) => width === first?.width && stroke === first.stroke,
  );
  const drawn = ({ width, line, stroke }: (typeof lines)[number], d: string) => ({
    d,
    stroke,
    strokeWidth: width,
    dash: dashes(line, width),
  });
  if (first && seen.length === 4 && alike) return [drawn(first, around(-first.width / 2))];
  return seen.map((line) => drawn(line, edge(line.side, line.width / 2, box, origin)));
}

function edge(
  side: (typeof sides)[number],
  inset: number,
  box: DOMRect,
  { x, y }: Position,
): string {
  const [left, right] = [box.left - x, box.right - x];
  const [top, bottom] = [box.top - y, box.bottom - y];
  const lines = {
    Top: [left, top + inset, right, top + inset],
    Right: [right - inset, top, right - inset, bottom],
    Bottom: [left, bottom - inset, right, bottom - inset],
    Left: [left + inset, top, left + inset, bottom],
  };
  const [a, b, c, d] = lines[side].map(String);
  return `M${a} ${b}L${c} ${d}`;
}

const dashes = (line: string, width: number): number[] =>
  line === 'dashed' ? [3 * width, 2 * width] : line === 'dotted' ? [width, width] : [];

interface Rectangle extends Position {
  width: number;
  height: number;
}

/** A rectangle with round corners, as a path. */
function rounded({ x, y, width, height }: Rectangle, wanted: number): string {
  const r = Math.min(wanted, width / 2, height / 2);
  const arc = `a${String(r)} ${String(r)} 0 0 1 `;
  return (
    `M${String(x + r)} ${String(y)}h${String(width - 2 * r)}${arc}${String(r)} ${String(r)}` +
    `v${String(height - 2 * r)}${arc}${String(-r)} ${String(r)}` +
    `h${String(2 * r - width)}${arc}${String(-r)} ${String(-r)}` +
    `v${String(2 * r - height)}${arc}${String(r)} ${String(-r)}Z`
  );
}
