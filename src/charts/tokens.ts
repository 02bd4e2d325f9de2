import { type Theme, theme } from './style.ts';

export type Scheme = 'light' | 'dark';

/** A chart theme from the text of the stylesheet of tokens, for where no browser computes styles. */
export function themeFromTokens(css: string, scheme: Scheme, font: string): Theme {
  const tokens = declared(css, scheme);
  const resolve = (value: string): string =>
    value.replace(/var\((--[\w-]+)\)/g, (_, name: string) => resolve(tokens.get(name) ?? ''));
  return theme((name) => {
    if (name === '--font-sans') return font;
    const value = resolve(tokens.get(name) ?? '').trim();
    if (value === '') throw new Error(`tokens: the stylesheet declares no ${name}`);
    return value;
  });
}

/**
 * Custom properties as a scheme sees them: later wins, blocks that speak of the other scheme, of forced
 * colours or of print do not count, and `light-dark(a, b)` is one of its two.
 */
function declared(css: string, scheme: Scheme): Map<string, string> {
  const found = new Map<string, string>();
  const context: string[] = [];
  for (const [part] of css.replace(/\/\*[^]*?\*\//g, '').matchAll(/[^{};]*[{};]/g)) {
    const text = part.slice(0, -1).trim();
    const [, name, value] = /^(--[\w-]+)\s*:\s*([^]*)$/.exec(text) ?? [];
    if (name && value !== undefined && applies(context, scheme))
      found.set(name, pick(value, scheme));
    if (part.endsWith('{')) context.push(text);
    if (part.endsWith('}')) context.pop();
  }
  return found;
}

function applies(context: readonly string[], scheme: Scheme): boolean {
  return context.every((prelude) => {
    const bare = prelude.replace(/:not\([^)]*\)/g, '');
    if (/\bprint\b|forced-colors/.test(bare)) return false;
    return scheme === 'dark' ? !/\blight\b/.test(bare) : !/\bdark\b/.test(bare);
  });
}

function pick(value: string, scheme: Scheme): string {
  const [, light, dark] = /^light-dark\(\s*(.+?)\s*,\s*([^,]+?)\s*\)$/.exec(value) ?? [];
  return (scheme === 'light' ? light : dark) ?? value;
}
