/** A chapter as a Jupyter notebook. */
import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { takeAway } from '../notebooks/chapter.ts';
import { notebook } from '../notebooks/notebook.ts';

export async function getStaticPaths() {
  return (await getCollection('chapters')).map(({ id }) => ({ params: { chapter: id } }));
}

export const GET: APIRoute = async ({ params, site }) => {
  const chapter = (await takeAway(site)).find(({ slug }) => slug === params['chapter']);
  return new Response(notebook(chapter?.parts ?? []));
};
