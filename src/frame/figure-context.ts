/** What the page tells a figure about itself. Number and view cross from server to browser as text. */

/** In the text, alone on its own page, or as a picture in the gallery. */
export type View = 'text' | 'alone' | 'card';

export interface FigureContext {
  /** "1.3": the third figure of chapter 1. Empty outside a chapter. */
  number: string;
  view: View;
  /** What the figure gives at its defaults, where the page had it computed before. */
  initial?: object;
}

/** The key under which a figure finds its context. */
export const FIGURE = 'figure';

export const figureContext = (context: FigureContext): Map<string, FigureContext> =>
  new Map([[FIGURE, context]]);
