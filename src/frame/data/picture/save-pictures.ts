import { saveFile } from '../../save-file.ts';
import { readPicture } from './read-picture.ts';
import { toPng } from './to-png.ts';
import { toSvg } from './to-svg.ts';

export type Format = 'png' | 'svg';

/** Saves each picture of a figure as it stands, on the figure's own ground. Gives how many there are. */
export async function savePictures(figure: Element, name: string, format: Format): Promise<number> {
  const ground = getComputedStyle(figure).backgroundColor;
  const pictures = [...figure.querySelectorAll<HTMLElement>('[data-pictures] > *')].filter(
    (picture) => picture.offsetHeight > 0 && !picture.matches('details:not([open])'),
  );
  const files = await Promise.all(
    pictures.map((element) => {
      const picture = readPicture(element);
      return format === 'png' ? toPng(picture, ground) : toSvg(picture, titleOf(element), ground);
    }),
  );
  files.forEach((file, index) => {
    const which = files.length > 1 ? `-${String(index + 1)}` : '';
    if (file) saveFile(file, `${name}${which}.${format}`);
  });
  return files.length;
}

const titleOf = (picture: Element): string =>
  picture.querySelector('[role="img"]')?.getAttribute('aria-label') ??
  picture.querySelector('p')?.textContent.trim() ??
  '';
