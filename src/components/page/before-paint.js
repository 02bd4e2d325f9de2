try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  // The page of exercises waits for what such a reader has answered.
  if (Object.keys(localStorage).some((key) => key.startsWith('exercise:')))
    document.documentElement.dataset.returning = '';
} catch {
  // Storage may be blocked; the system's choice then stands.
}
// Until the first paint only the top of a page is laid out, unless the address asks for a place below.
if (!location.hash) {
  document.documentElement.dataset.opening = '';
  document.addEventListener('DOMContentLoaded', () => {
    // The second frame comes after the first paint.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        setTimeout(() => delete document.documentElement.dataset.opening),
      ),
    );
  });
}
// Where a server sends no headers: in another site's frame a page that is not for embedding only links to itself.
if (self !== top && !('embeddable' in document.documentElement.dataset)) {
  try {
    if (top.location.origin !== location.origin) throw new Error();
  } catch {
    document.documentElement.dataset.framed = '';
  }
}
