import { writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { filesIn } from './files.ts';

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()',
};
const hashed = { 'Cache-Control': 'public, max-age=31536000, immutable' };
/** A figure alone may stand in any page. The rest of the policy is in the pages themselves. */
const embeddable = { 'Content-Security-Policy': 'frame-ancestors *' };
const ownFramesOnly = { 'Content-Security-Policy': "frame-ancestors 'self'" };

const rule = (pattern: string, headers: Record<string, string>): string =>
  [pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

/** Writes `_headers`, which static hosts and our own server read. Each page is named, as rules add up. */
export function headers(): AstroIntegration {
  let base = '/';
  let assets = '_astro';
  return {
    name: 'headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
        assets = config.build.assets;
      },
      'astro:build:done': ({ dir }) => {
        const pages = filesIn(dir, 'index.html').map((file) => file.replace(/index\.html$/, ''));
        const rules = [
          rule(`${base}*`, everywhere),
          rule(`${base}${assets}/*`, hashed),
          ...pages.map((page) =>
            rule(base + page, /^widgets\/.+/.test(page) ? embeddable : ownFramesOnly),
          ),
        ];
        writeFileSync(new URL('_headers', dir), `${rules.join('\n')}\n`);
      },
    },
  };
}
