/** What the path of a chapter's file says: `…/NN-slug/index.mdx` is chapter NN with the URL `/slug/`. */
export interface ChapterFolder {
  number: number;
  /** The chapter's URL, without slashes. */
  slug: string;
}

/** Throws where the path is not that of a chapter. */
export function chapterFolder(path: string): ChapterFolder {
  const { number, slug } = /(?<number>\d+)-(?<slug>[^/]+)\/index\.mdx$/.exec(path)?.groups ?? {};
  if (number === undefined || slug === undefined) {
    throw new Error(`A chapter is a file NN-slug/index.mdx, not ${path}`);
  }
  return { number: Number(number), slug };
}
