import { createHash } from 'node:crypto';

/** Posters drawn so far in this process, by file name. Rendering fills it, the build writes it. */
export interface Registry {
  /** URL path of the folder below the site's base, without slashes at its ends. */
  folder: string;
  files: Map<string, Buffer>;
}

const key = Symbol.for('calculus.figure-pictures');

/**
 * The one registry of a process. Pages are rendered from a bundle and written by an integration that
 * is not part of it, so a module's own variable would exist twice.
 */
export function registry(): Registry {
  const shared = globalThis as Partial<Record<symbol, Registry>>;
  return (shared[key] ??= { folder: '_astro/figures', files: new Map() });
}

/** Keeps a picture under a name made of its content, and returns its path below the base. */
export function keepPicture(content: Buffer, extension: string): string {
  const name = `${createHash('sha256').update(content).digest('hex').slice(0, 16)}.${extension}`;
  const { folder, files } = registry();
  files.set(name, content);
  return `${folder}/${name}`;
}
