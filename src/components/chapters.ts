import { getCollection } from 'astro:content';
import { chapterFolder } from './chapter-folder.ts';

/** A chapter as the contents list it. */
export interface ListedChapter {
  /** Its URL, without slashes. */
  id: string;
  number: number;
  title: string;
  promise: string;
  written: boolean;
}

/** All chapters of the course in order, written or still to come. */
export async function listChapters(): Promise<ListedChapter[]> {
  const written = (await getCollection('chapters')).map(({ id, filePath = '', data }) => ({
    id,
    number: chapterFolder(filePath).number,
    title: data.title,
    promise: data.promise,
    written: true,
  }));
  const planned = (await getCollection('planned')).map(({ data }) => ({ ...data, written: false }));
  return [...written, ...planned].sort((a, b) => a.number - b.number);
}
