/** A chapter as a Jupyter notebook. */
import type { APIRoute } from 'astro';
import { type CollectionEntry, getCollection } from 'astro:content';
import { takeAway } from '../notebooks/chapter.ts';
import { notebook } from '../notebooks/notebook.ts';

interface Props extends Record<string, unknown> {
  chapter: CollectionEntry<'chapters'>;
}

export async function getStaticPaths() {
  const chapters = await getCollection('chapters');
  return chapters.map((chapter) => ({ params: { chapter: chapter.id }, props: { chapter } }));
}

export const GET: APIRoute<Props> = ({ props, site }) =>
  new Response(notebook(takeAway(props.chapter, site).parts));
