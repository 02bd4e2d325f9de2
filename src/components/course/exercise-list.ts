/** Every exercise of the course, chapter by chapter, read from the chapters' files. */
import { chapterFolder, type ChapterFolder } from './chapter-folder.ts';

export interface ListedExercise {
  /** In its chapter, and under which progress is kept. */
  id: string;
  title: string;
}

export interface ChapterExercises extends ChapterFolder {
  exercises: readonly ListedExercise[];
}

/** @param chapters the text of each chapter, by the path of its file, `…/NN-slug/index.mdx` */
export function listExercises(chapters: Readonly<Record<string, string>>): ChapterExercises[] {
  return Object.entries(chapters)
    .map(([path, text]) => ({ ...chapterFolder(path), exercises: exercisesIn(text) }))
    .sort((a, b) => a.number - b.number);
}

const exercisesIn = (text: string): ListedExercise[] =>
  [...text.matchAll(/^<Exercise\s+id="([^"]+)"\s+title="([^"]+)"/gm)].map(
    ([, id = '', title = '']) => ({ id, title }),
  );
