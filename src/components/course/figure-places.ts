import { chapterFolder } from './chapter-folder.ts';

/** Where in the course a figure stands. Figures are numbered by the order in which their chapter shows them. */

export interface FigurePlace {
  /** "1.3": the third figure of chapter 1. */
  number: string;
  /** The chapter's URL, without slashes. */
  chapter: string;
}

/** @param chapters the text of each chapter, by the path of its file, `…/NN-slug/index.mdx` */
export function figurePlaces(chapters: Record<string, string>): Map<string, FigurePlace> {
  const places = new Map<string, FigurePlace>();
  for (const [path, text] of Object.entries(chapters)) {
    const { number, slug } = chapterFolder(path);
    const ids = [...text.matchAll(/^\s*<Widget\s[^>]*?id="([^"]+)"/gm)].map(([, id = '']) => id);
    ids.forEach((id, index) =>
      places.set(id, { number: `${String(number)}.${String(index + 1)}`, chapter: slug }),
    );
  }
  return places;
}
