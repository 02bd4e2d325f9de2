/** What is around a figure on a page of its own, in pixels. */
const AROUND = 90;

interface Embedded {
  id: string;
  title: string;
  /** What Share copies: its settings go along. */
  link: string;
  /** Of the site, with a slash at its end. */
  base: string;
  /** Of the figure, in pixels. */
  height: number;
}

/** HTML that shows a figure, as it stands, on another page. */
export function embedCode({ id, title, link, base, height }: Embedded): string {
  const { search, hash, origin } = new URL(link);
  const address = `${origin}${base}widgets/${id}/${search}${hash}`.replaceAll('&', '&amp;');
  return (
    `<iframe src="${address}" title="${title}" width="100%" height="${String(height + AROUND)}" ` +
    'style="border: 0" loading="lazy" allow="clipboard-write; fullscreen"></iframe>'
  );
}
