import { rememberPlace } from '../home/remembered-place.ts';

const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('nav[aria-label="In this chapter"] a')].map(
    (link) => [decodeURIComponent(link.hash.slice(1)), link],
  ),
);
const headings = [...document.querySelectorAll<HTMLElement>('h2[id]')].filter((heading) =>
  links.has(heading.id),
);

function remember({ pathname, hash, textContent }: HTMLAnchorElement): void {
  const chapter = document.querySelector('.toc > p')?.textContent.toLowerCase() ?? '';
  rememberPlace({ address: pathname + hash, chapter, section: textContent });
}

function mark(): void {
  const line = innerHeight / 3;
  const current = headings.findLast((heading) => heading.getBoundingClientRect().top < line);
  for (const [id, link] of links)
    if (id === current?.id) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  const link = links.get(current?.id ?? '');
  if (link) remember(link);
}

// A section is being read once its heading is above the upper third of the window, however far.
const observer = new IntersectionObserver(mark, { rootMargin: '1000000px 0px -66% 0px' });
for (const heading of headings) observer.observe(heading);
