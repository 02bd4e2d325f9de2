/** A name for a file, of at most 60 letters, digits and hyphens: "Step, x and f(x)" is step-x-and-f-x. */
export const fileName = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
