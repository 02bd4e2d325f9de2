import { createSubscriber } from 'svelte/reactivity';
import { type Theme, theme } from './style.ts';

let known: Theme | undefined;

/** The theme of the page as it is now; an effect that reads it runs again when the page changes it. */
export function pageTheme(): Theme {
  subscribe();
  return (known ??= readTheme());
}

/** Resolves tokens as an element would: a custom property may hold `light-dark()` or another's `var()`. */
function readTheme(): Theme {
  const probe = document.createElement('span');
  // Else every colour would be the reader's one colour of text.
  probe.style.setProperty('forced-color-adjust', 'none');
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const read = theme((name) => {
    if (name === '--font-sans') return style.getPropertyValue(name).trim();
    probe.style.color = `var(${name})`;
    return style.color;
  });
  probe.remove();
  return read;
}

const subscribe = createSubscriber((update) => {
  const changed = (): void => {
    known = undefined;
    update();
  };
  known = undefined;
  const watched = new MutationObserver(changed);
  watched.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const queries = ['print', '(prefers-color-scheme: dark)', '(forced-colors: active)'].map(
    (query) => matchMedia(query),
  );
  for (const query of queries) query.addEventListener('change', changed);
  // Canvas text does not wait for a font that is still loading.
  document.fonts.addEventListener('loadingdone', changed);
  return () => {
    watched.disconnect();
    for (const query of queries) query.removeEventListener('change', changed);
    document.fonts.removeEventListener('loadingdone', changed);
  };
});
