/** The reader's choice of theme: made here, or in another tab. Colours that are forced leave none. */
const root = document.documentElement;
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const forced = matchMedia('(forced-colors: active)');
const toggle = document.querySelector<HTMLButtonElement>('[data-theme-toggle]');

const isDark = () => (root.dataset['theme'] ?? (systemDark.matches ? 'dark' : 'light')) === 'dark';
const say = () => toggle?.setAttribute('aria-pressed', String(isDark()));

function follow(): void {
  const theme = forced.matches ? null : chosen();
  if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
  else delete root.dataset['theme'];
  say();
}

/** Where the storage is blocked: as it was chosen on this page. */
function chosen(): string | null | undefined {
  try {
    return localStorage.getItem('theme');
  } catch {
    return root.dataset['theme'];
  }
}

toggle?.addEventListener('click', () => {
  const theme = isDark() ? 'light' : 'dark';
  root.dataset['theme'] = theme;
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // Storage may be blocked: the choice then lasts as long as the page.
  }
  say();
});
systemDark.addEventListener('change', say);
forced.addEventListener('change', follow);
addEventListener('storage', ({ key }) => {
  if (key === 'theme') follow();
});
// A page that comes back was not told.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) follow();
});
say();
if (toggle) toggle.hidden = false;

export {};
