import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One stored case. Everything but the id depends on the family of the file. */
export interface Case {
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface GoldenFile {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** Runs one case; throws where the result is not the stored one, or gives a list of what differs. */
export type Check = (stored: Case, file: GoldenFile) => unknown;

const NAME = /_(golden|holdout)\.json$/;

/** The stored files of a folder, by name. */
export function goldenFiles(folder: string): GoldenFile[] {
  const names = readdirSync(folder).filter((name) => NAME.test(name));
  return names.sort().map((name) => {
    const { cases } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldenFile;
    return { name, cases };
  });
}
