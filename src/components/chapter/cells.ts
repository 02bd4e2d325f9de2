/** A PyTorch program of a chapter and what real PyTorch printed when it ran. */
export interface Cell {
  code: string;
  output: string;
}

/** The cell called `name` of a chapter, from files keyed by path. Either half missing is an author's error. */
export function cell(chapter: string, name: string, files: Record<string, string>): Cell {
  const half = (extension: string) => {
    const end = `-${chapter}/cells/${name}.${extension}`;
    const [, text] = Object.entries(files).find(([path]) => path.endsWith(end)) ?? [];
    if (text === undefined) throw new Error(`Cell: content/chapters/NN${end} must exist`);
    return text.trimEnd();
  };
  return { code: half('py'), output: half('out') };
}
