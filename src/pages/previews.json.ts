/** What a link of the text shows before it is followed: address within the site to title and words. */
import { listChapters } from '../components/course/chapters.ts';
import { terms } from '../components/course/glossary.ts';
import { path } from '../components/course/path.ts';
import { widgets } from '../components/course/widgets.ts';

export async function GET(): Promise<Response> {
  const chapters = (await listChapters()).map(({ id, number, title, promise }) => [
    path(`/${id}/`),
    [`Chapter ${String(number)}: ${title}`, promise],
  ]);
  const words = terms.map(({ id, term, definition }) => [
    path(`/glossary/#${id}`),
    [term, definition],
  ]);
  const figures = widgets
    .filter(({ chapter }) => chapter !== undefined)
    .map(({ id, number, title, chapter = '' }) => [
      path(`/${chapter}/#${id}`),
      [`Figure ${number}`, title],
    ]);
  return Response.json(Object.fromEntries([...chapters, ...words, ...figures]));
}
