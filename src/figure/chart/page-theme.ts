import { createSubscriber } from 'svelte/reactivity';
import { type Theme, theme } from './style.ts';

/** The theme of the page as it is now; an effect that reads it runs again when the page changes it. */
export const pageTheme = (): Theme => {
  subscribe();
  const style = getComputedStyle(document.documentElement);
  return theme((name) => style.getPropertyValue(name).trim());
};

const subscribe = createSubscriber((update) => {
  const watched = new MutationObserver(update);
  watched.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const queries = ['print', '(prefers-color-scheme: dark)'].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', update);
  // Canvas text does not wait for a font that is still loading.
  document.fonts.addEventListener('loadingdone', update);
  return () => {
    watched.disconnect();
    for (const query of queries) query.removeEventListener('change', update);
    document.fonts.removeEventListener('loadingdone', update);
  };
});
