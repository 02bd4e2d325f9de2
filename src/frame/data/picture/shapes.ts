import type { Mark, Position, Shape, Words } from './mark.ts';
import { wordsIn } from './words.ts';

/** Lines, areas, arrowheads and texts of a drawing in the page. */
export function svgMarks(drawing: SVGSVGElement, origin: Position, above: number): Mark[] {
  const within = (element: Element, alpha: number): Mark[] => {
    const style = getComputedStyle(element);
    if (style.display === 'none' || element instanceof SVGDefsElement) return [];
    const own = alpha * Number(style.opacity);
    if (element instanceof SVGTextElement) return [text(element, style, origin, own)];
    if (element instanceof SVGGeometryElement) return geometry(element, style, origin, own);
    return [...element.children].flatMap((child) => within(child, own));
  };
  return [...drawing.children].flatMap((child) => within(child, above));
}

const matrixOf = (element: SVGGraphicsElement, { x, y }: Position): DOMMatrix =>
  new DOMMatrix().translate(-x, -y).multiply(element.getScreenCTM() ?? new DOMMatrix());

const unlessNone = (colour: string): string | null => (colour === 'none' ? null : colour);

function geometry(
  element: SVGGeometryElement,
  style: CSSStyleDeclaration,
  origin: Position,
  alpha: number,
): Shape[] {
  const line: Shape = {
    kind: 'shape',
    d: pathOf(element),
    matrix: matrixOf(element, origin),
    fill: element instanceof SVGLineElement ? null : unlessNone(style.fill),
    stroke: unlessNone(style.stroke),
    strokeWidth: parseFloat(style.strokeWidth),
    dash:
      style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[ ,]+/).map(parseFloat),
    steady: style.vectorEffect === 'non-scaling-stroke',
    alpha,
  };
  const heads = [
    head(element, style.markerStart, line, 'start'),
    head(element, style.markerEnd, line, 'end'),
  ];
  return [line, ...heads.filter((one) => one !== null)];
}

function pathOf(element: SVGGeometryElement): string {
  if (element instanceof SVGLineElement) {
    const { x1, y1, x2, y2 } = element;
    const [a, b, c, d] = [x1, y1, x2, y2].map(({ baseVal }) => String(baseVal.value));
    return `M${a} ${b}L${c} ${d}`;
  }
  if (element instanceof SVGCircleElement) {
    const { cx, cy, r } = element;
    const left = String(cx.baseVal.value - r.baseVal.value);
    const radius = r.baseVal.value;
    const half = (width: number): string =>
      `a${String(radius)} ${String(radius)} 0 0 1 ${String(width)} 0`;
    return `M${left} ${String(cy.baseVal.value)}${half(2 * radius)}${half(-2 * radius)}Z`;
  }
  if (element instanceof SVGPolygonElement || element instanceof SVGPolylineElement) {
    const corners = [...element.points].map(({ x, y }) => `${String(x)} ${String(y)}`);
    return `M${corners.join('L')}${element instanceof SVGPolygonElement ? 'Z' : ''}`;
  }
  return element.getAttribute('d') ?? '';
}

/** The arrowhead at an end of a line, turned as the line runs there. */
function head(
  element: SVGGeometryElement,
  reference: string,
  { matrix, alpha }: Shape,
  where: 'start' | 'end',
): Shape | null {
  const [, id] = /^url\("?#(.+?)"?\)$/.exec(reference) ?? [];
  const marker = id === undefined ? null : document.getElementById(id);
  const drawn = marker?.querySelector('path');
  if (!(marker instanceof SVGMarkerElement) || !drawn) return null;
  const length = element.getTotalLength();
  const tip = element.getPointAtLength(where === 'end' ? length : 0);
  const before = element.getPointAtLength(where === 'end' ? length * 0.98 : length * 0.02);
  const angle = (Math.atan2(tip.y - before.y, tip.x - before.x) * 180) / Math.PI;
  return {
    kind: 'shape',
    d: drawn.getAttribute('d') ?? '',
    matrix: matrix
      .translate(tip.x, tip.y)
      .rotate(angle)
      .scale(marker.markerWidth.baseVal.value / marker.viewBox.baseVal.width)
      .translate(-marker.refX.baseVal.value, -marker.refY.baseVal.value),
    fill: getComputedStyle(drawn).fill,
    stroke: null,
    strokeWidth: 0,
    dash: [],
    steady: false,
    alpha,
  };
}

function text(
  element: SVGTextElement,
  style: CSSStyleDeclaration,
  origin: Position,
  alpha: number,
): Words {
  const matrix = matrixOf(element, origin);
  const at = (list: SVGAnimatedLengthList): number =>
    list.baseVal.numberOfItems > 0 ? list.baseVal.getItem(0).value : 0;
  const { x, y } = matrix.transformPoint({ x: at(element.x), y: at(element.y) });
  const words = wordsIn(style, alpha);
  return {
    ...words,
    text: element.textContent.trim(),
    x,
    y,
    anchor: style.textAnchor as Words['anchor'],
    colour: style.fill,
    font: { ...words.font, size: words.font.size * matrix.a },
  };
}
