/** A section of a chapter, as tables of contents list it. */
export interface Section {
  /** Of its heading. */
  slug: string;
  text: string;
}

interface Heading extends Section {
  depth: number;
}

/** What every chapter ends with, after what its author wrote. */
const end: readonly Section[] = [
  { slug: 'summary', text: 'Summary' },
  { slug: 'further-reading', text: 'Further reading' },
];

export const sectionsOf = (headings: readonly Heading[]): readonly Section[] => [
  ...headings.filter(({ depth }) => depth === 2).map(({ slug, text }) => ({ slug, text })),
  ...end,
];
