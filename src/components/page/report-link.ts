/** The address bar knows where a reader is and how the figures are set: the link takes that along. */
import { issueUrl } from './report.ts';

interface Subject {
  repository: string;
  title: string;
  /** Empty where the page is meant. */
  figure: string;
  version: string;
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-report]')) {
  const { repository, title, figure, version } = JSON.parse(
    link.dataset['report'] ?? '',
  ) as Subject;
  const follow = (): void => {
    const { origin, pathname, search, hash } = location;
    const address = origin + pathname + search + (figure ? `#${figure}` : hash);
    link.href = issueUrl(repository, title, address, version);
  };
  for (const event of ['focus', 'pointerdown', 'click']) link.addEventListener(event, follow);
}
