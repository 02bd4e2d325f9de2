/** What Shiki makes of a program with as few elements as show it. */

interface Node {
  type: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

/** In the colour of the text around it. */
const isPlain = ({ properties }: Node): boolean =>
  /^color:var\(--astro-code-(?:foreground|token-parameter)\)$/.test(String(properties?.['style']));

/** Shiki writes an element for every line and every word. */
export const plainListing = {
  pre(pre: Node): void {
    // A program is a tab stop only where it is cut off: see scrollers.ts.
    delete pre.properties?.['tabindex'];
  },
  code(code: Node): void {
    code.children = (code.children ?? [])
      .flatMap((line) => line.children ?? line)
      .flatMap((word) => (isPlain(word) ? (word.children ?? word) : word));
  },
};
