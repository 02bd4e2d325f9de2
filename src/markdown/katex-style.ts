import type { Plugin } from 'vite';

/** KaTeX's stylesheet without its faces, which come in three formats: src/styles/fonts.css declares those in use. */
export const katexStyle = (): Plugin => ({
  name: 'katex-style',
  enforce: 'pre',
  transform: {
    filter: { id: /\/katex\.css$/ },
    handler: (css) => css.replace(/@font-face\s*\{[^}]*\}/g, ''),
  },
});
