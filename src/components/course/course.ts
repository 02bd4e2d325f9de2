/** What a chapter may refer to, read from the folders before anything is built. */
import { readdirSync, readFileSync } from 'node:fs';
import { glossary } from '../../../content/glossary.ts';
import type { Course } from '../../markdown/references.ts';
import { chapterFolder } from './chapter-folder.ts';
import { figurePlaces } from './figure-places.ts';

const folder = new URL('../../../content/chapters/', import.meta.url);

export function readCourse(): Course {
  const files = readdirSync(folder).map((name) => `${name}/index.mdx`);
  const texts = Object.fromEntries(
    files.map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]),
  );
  const chapters = files.map(chapterFolder);
  const figures = [...figurePlaces(texts)];
  return {
    chapters: new Map(chapters.map(({ number, slug }) => [number, `/${slug}/`])),
    figures: new Map(figures.map(([id, { number, chapter }]) => [number, `/${chapter}/#${id}`])),
    terms: glossary,
  };
}
