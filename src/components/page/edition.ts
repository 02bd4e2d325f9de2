/** Which edition of the course is being built, and where its source lies. */
import { execFileSync } from 'node:child_process';
import packageFile from '../../../package.json';

/** Hash and day of the last commit: the same for every build of it. Empty where there is no history. */
function lastCommit(): string[] {
  try {
    const log = execFileSync('git', ['log', '-1', '--format=%h %cs'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return log.trim().split(' ');
  } catch {
    return [];
  }
}

/** Without an address of the source there are no links to it. */
function repositoryUrl(): string | undefined {
  const { REPOSITORY_URL, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;
  if (REPOSITORY_URL) return REPOSITORY_URL.replace(/\/$/, '');
  if (GITHUB_SERVER_URL && GITHUB_REPOSITORY) return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`;
  return undefined;
}

const [hash, day] = lastCommit();

/** "0.1.0 (524878a, 2026-11-30)" */
export const version =
  hash && day ? `${packageFile.version} (${hash}, ${day})` : packageFile.version;
export const year = day?.slice(0, 4);
export const repository = repositoryUrl();
