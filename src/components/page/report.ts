/** Links that open an issue with what its reader would have to type: place, version and, of a figure, its state. */

/** Of a page that is being built; without its host where that is not known. */
export const addressOf = ({ url, site }: { url: URL; site: URL | undefined }): string =>
  site ? new URL(url.pathname, site).href : url.pathname;

/** @param address of the page or figure, its settings included */
export function issueUrl(
  repository: string,
  title: string,
  address: string,
  version: string,
): string {
  const body = `Where: ${address}\nVersion: ${version}\n\nWhat is wrong, and what would be right?\n\n`;
  const query = new URLSearchParams({ title: `${title}: `, body });
  return `${repository}/issues/new?${query.toString()}`;
}
