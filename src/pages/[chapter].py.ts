/** The programs of a chapter in one file. */
import type { APIRoute } from 'astro';
import { type CollectionEntry, getCollection } from 'astro:content';
import { takeAway } from '../notebooks/chapter.ts';
import { script } from '../notebooks/notebook.ts';

interface Props extends Record<string, unknown> {
  chapter: CollectionEntry<'chapters'>;
}

export async function getStaticPaths() {
  const chapters = await getCollection('chapters');
  return chapters.map((chapter) => ({ params: { chapter: chapter.id }, props: { chapter } }));
}

export const GET: APIRoute<Props> = ({ props, site }) => {
  const { heading, parts } = takeAway(props.chapter, site);
  return new Response(script(heading, parts));
};
