try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be blocked; the system's choice then stands.
}
// Until the first paint only the top of a page is laid out, unless the address asks for a place below.
if (!location.hash) document.documentElement.dataset.opening = '';
