import type { Mark, Picture, Shape, Words } from './mark.ts';

/** Pixels of the file for one of the page. */
const ratio = 2;

/** A picture of the page as a PNG file, on a ground of one colour. */
export function toPng({ width, height, marks }: Picture, ground: string): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = ratio * width;
  canvas.height = ratio * height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('picture: the browser gave no canvas to draw on');
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const mark of marks) draw(context, mark);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}

function draw(context: CanvasRenderingContext2D, mark: Mark): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (mark.kind === 'words') write(context, mark);
  else if (mark.kind === 'shape') paint(context, mark);
  else {
    context.globalAlpha = 1;
    context.drawImage(mark.canvas, mark.x, mark.y, mark.width, mark.height);
  }
}

function write(context: CanvasRenderingContext2D, { text, x, y, anchor, ...mark }: Words): void {
  const { style, weight, size, family } = mark.font;
  context.globalAlpha = mark.alpha;
  context.font = `${style} ${weight} ${String(size)}px ${family}`;
  context.textAlign = anchor === 'middle' ? 'center' : anchor;
  context.fillStyle = mark.colour;
  context.fillText(text, x, y);
}

function paint(context: CanvasRenderingContext2D, mark: Shape): void {
  const path = new Path2D(mark.d);
  context.globalAlpha = mark.alpha;
  context.lineWidth = mark.strokeWidth;
  context.setLineDash([...mark.dash]);
  const placed = new Path2D();
  placed.addPath(path, mark.matrix);
  if (mark.fill) {
    context.fillStyle = mark.fill;
    context.fill(placed);
  }
  if (!mark.stroke) return;
  context.strokeStyle = mark.stroke;
  if (mark.steady) {
    context.stroke(placed);
    return;
  }
  const { a, b, c, d, e, f } = mark.matrix;
  context.transform(a, b, c, d, e, f);
  context.stroke(path);
}
