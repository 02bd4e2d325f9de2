import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Files of a built site whose name ends so, by their path below its folder, in alphabetical order. */
export const filesIn = (folder: URL, ending: string): string[] =>
  readdirSync(fileURLToPath(folder), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(ending) && !file.startsWith('.'))
    .sort();
