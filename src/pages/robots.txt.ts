/** What search engines may read: everything. Where the address of the site is known, they are led to its list of pages. */
import type { APIRoute } from 'astro';
import { path } from '../components/course/path.ts';

export const GET: APIRoute = ({ site }) => {
  const lines = ['User-agent: *', 'Allow: /'];
  if (site) lines.push(`Sitemap: ${new URL(path('/sitemap-index.xml'), site).href}`);
  return new Response(`${lines.join('\n')}\n`);
};
