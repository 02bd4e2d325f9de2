/** A JSX runtime whose elements are plain data, so that tests can read what a chapter is made of. */

export interface Element {
  /** A tag or the name of a component. */
  type: string;
  props: Readonly<Record<string, unknown>>;
}

export const jsx = (type: string, props: Element['props']): Element => ({ type, props });
export { jsx as jsxs };
export const Fragment = 'fragment';
