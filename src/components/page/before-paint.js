try {
  const theme = localStorage.getItem('theme');
  const isForced = matchMedia('(forced-colors: active)').matches;
  if (!isForced && (theme === 'light' || theme === 'dark'))
    document.documentElement.dataset.theme = theme;
  // The page of exercises waits for what such a reader has answered.
  if (Object.keys(localStorage).some((key) => key.startsWith('exercise:')))
    document.documentElement.dataset.returning = '';
} catch {
  // Storage may be blocked; the system's choice then stands.
}
// Until the first paint only the top of a page is laid out. The rest follows in pieces, between which the page
// answers to fingers and keys. A place below is found only where all is laid out: one that the address
// names, and one where the reader was before.
{
  const { dataset } = document.documentElement;
  const whenIdle = (next) =>
    'requestIdleCallback' in self ? requestIdleCallback(next, { timeout: 300 }) : setTimeout(next);
  const layOut = (parts) => {
    const end = performance.now() + 25;
    for (let part = parts.shift(); part; part = parts.shift()) {
      part.style.contentVisibility = 'visible';
      part.getBoundingClientRect();
      if (performance.now() > end) break;
    }
    if (parts.length > 0) whenIdle(() => layOut(parts));
    else {
      dataset.laidOut = '';
      document.dispatchEvent(new Event('laidout'));
    }
  };
  const isNew = performance.getEntriesByType('navigation')[0]?.type === 'navigate';
  if (isNew && !location.hash) dataset.inPieces = '';
  // Once all is parsed, and before scripts have come: a browser that looks for forms when they have would lay
  // out all that holds a field at once.
  const start = () => {
    const parts =
      'inPieces' in dataset ? document.querySelectorAll('.page > :nth-child(n + 10)') : [];
    // The second frame comes after the first paint.
    requestAnimationFrame(() => requestAnimationFrame(() => whenIdle(() => layOut([...parts]))));
  };
  document.addEventListener('readystatechange', start, { once: true });
}
// Where a server sends no headers: in another site's frame a page that is not for embedding only links to itself.
if (self !== top && !('embeddable' in document.documentElement.dataset)) {
  try {
    if (top.location.origin !== location.origin) throw new Error();
  } catch {
    document.documentElement.dataset.framed = '';
  }
}
