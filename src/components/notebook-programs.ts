/** A program of content/notebook and what real PyTorch printed when it ran. */
export interface Program {
  name: string;
  code: string;
  output: string;
}

/** The program called `name`, from files keyed by path. Either half missing is an author's error. */
export function program(name: string, files: Record<string, string>): Program {
  const half = (extension: string) => {
    const text = Object.entries(files).find(([path]) =>
      path.endsWith(`/${name}.${extension}`),
    )?.[1];
    if (text === undefined) {
      throw new Error(`Notebook: content/notebook/${name}.${extension} must exist`);
    }
    return text.trimEnd();
  };
  return { name, code: half('py'), output: half('out') };
}
