import { getCollection } from 'astro:content';
import { chapterFolder } from './chapter-folder.ts';

/** A chapter as the contents list it. */
export interface ListedChapter {
  /** Its URL, without slashes. */
  id: string;
  number: number;
  title: string;
  promise: string;
}

/** All chapters of the course in order. */
export async function listChapters(): Promise<ListedChapter[]> {
  const chapters = await getCollection('chapters');
  return chapters
    .map(({ id, filePath = '', data: { title, promise } }) => ({
      id,
      number: chapterFolder(filePath).number,
      title,
      promise,
    }))
    .sort((a, b) => a.number - b.number);
}
