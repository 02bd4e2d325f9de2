/** The charts of a figure as pictures, as they stand. */
import { saveFile } from '../save-file.ts';

/** Saves each chart that has been drawn, on the figure's own ground. Gives how many there are. */
export async function savePictures(figure: Element, name: string): Promise<number> {
  const charts = [...figure.querySelectorAll<HTMLCanvasElement>('canvas')];
  const ground = getComputedStyle(figure).backgroundColor;
  const pictures = await Promise.all(charts.map((chart) => toPng(chart, ground)));
  pictures.forEach((picture, index) => {
    const which = pictures.length > 1 ? `-${String(index + 1)}` : '';
    if (picture) saveFile(picture, `${name}${which}.png`);
  });
  return pictures.length;
}

/** A chart is transparent, and its dark ink would be lost on the ground of another program. */
function toPng(chart: HTMLCanvasElement, ground: string): Promise<Blob | null> {
  const copy = Object.assign(document.createElement('canvas'), {
    width: chart.width,
    height: chart.height,
  });
  const context = copy.getContext('2d');
  if (context) {
    context.fillStyle = ground;
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(chart, 0, 0);
  }
  return new Promise((resolve) => {
    copy.toBlob(resolve, 'image/png');
  });
}
