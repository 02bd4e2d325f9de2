import { element, escaped, short, svgFile } from '../../../charts/svg/markup.ts';
import { type PlainColour, plainColour } from '../../../charts/svg/plain-colour.ts';
import type { LiveChart, Picture, Shape, Words } from './mark.ts';

/** A picture of the page as an SVG file, on a ground of one colour. */
export async function toSvg(picture: Picture, title: string, ground: string): Promise<Blob> {
  const real = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!real) throw new Error('picture: the browser gave no canvas to measure on');
  const plain = (css: string): PlainColour => plainColour(css, real);
  const parts = picture.marks.map(async (mark, index) =>
    mark.kind === 'words'
      ? words(mark, plain)
      : mark.kind === 'shape'
        ? shape(mark, plain)
        : chart(mark, real, `chart-${String(index)}`),
  );
  const content = (await Promise.all(parts)).join('');
  const file = svgFile(picture, title, plain(ground).hex, content);
  return new Blob([file], { type: 'image/svg+xml' });
}

function words(
  { text, x, y, anchor, ...mark }: Words,
  plain: (css: string) => PlainColour,
): string {
  const { hex, alpha } = plain(mark.colour);
  const attributes = {
    x,
    y,
    'font-family': mark.font.family,
    'font-size': mark.font.size,
    'font-weight': mark.font.weight,
    'font-style': mark.font.style === 'normal' ? null : mark.font.style,
    'text-anchor': anchor === 'start' ? null : anchor,
    fill: hex,
    'fill-opacity': unlessOne(alpha * mark.alpha),
  };
  return element('text', attributes, escaped(text));
}

function shape(mark: Shape, plain: (css: string) => PlainColour): string {
  const fill = mark.fill === null ? null : plain(mark.fill);
  const stroke = mark.stroke === null ? null : plain(mark.stroke);
  if (!fill?.alpha && !stroke?.alpha) return '';
  const { matrix } = mark;
  return element('path', {
    d: mark.d.replace(/-?\d+\.\d{3,}(?:e-\d+)?/g, (digits) =>
      String(Number(Number(digits).toFixed(3))),
    ),
    transform: matrix.isIdentity ? null : matrix.toString(),
    fill: fill?.hex ?? 'none',
    'fill-opacity': unlessOne((fill?.alpha ?? 1) * mark.alpha),
    stroke: stroke?.hex ?? null,
    'stroke-opacity': stroke && unlessOne(stroke.alpha * mark.alpha),
    'stroke-width': stroke && mark.strokeWidth === 1 ? null : String(mark.strokeWidth),
    'stroke-dasharray': mark.dash.map(short).join(' ') || null,
    'vector-effect': mark.steady ? 'non-scaling-stroke' : null,
  });
}

const unlessOne = (alpha: number): number | null => (alpha === 1 ? null : alpha);

/** Drawn anew by Chart.js, which comes with the module. */
async function chart(
  mark: LiveChart,
  real: CanvasRenderingContext2D,
  prefix: string,
): Promise<string> {
  const { chartMarkup, pictureOn } = await import('../../../charts/svg/chart-markup.ts');
  const shown = pictureOn(mark.canvas);
  if (!shown) return '';
  const transform = `translate(${short(mark.x)} ${short(mark.y)})`;
  return element('g', { transform }, chartMarkup(shown, real, prefix));
}
