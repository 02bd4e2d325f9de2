/** Figures are numbered by the order in which their chapter shows them. */

/** @param chapters the text of each chapter, by the path of its file, whose name begins with its number */
export function figureNumbers(chapters: Record<string, string>): Map<string, string> {
  const numbers = new Map<string, string>();
  for (const [path, text] of Object.entries(chapters)) {
    const chapter = Number.parseInt(path.split('/').at(-1) ?? '', 10);
    const ids = [...text.matchAll(/^\s*<Widget\s[^>]*?id="([^"]+)"/gm)].map(([, id = '']) => id);
    ids.forEach((id, index) => numbers.set(id, `${chapter}.${index + 1}`));
  }
  return numbers;
}
