const root = document.documentElement;
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const toggle = document.querySelector<HTMLButtonElement>('[data-theme-toggle]');

const isDark = () => (root.dataset['theme'] ?? (systemDark.matches ? 'dark' : 'light')) === 'dark';
const say = () => toggle?.setAttribute('aria-pressed', String(isDark()));

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
say();
if (toggle) toggle.hidden = false;
