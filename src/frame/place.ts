/** What the page tells a figure about its place. It crosses from server to browser as text. */

/** In the text, alone on its own page, or as a picture in the gallery. */
export type View = 'text' | 'alone' | 'card';

export interface Place {
  /** "1.3": the third figure of chapter 1. Empty outside a chapter. */
  number: string;
  view: View;
}

/** The key of the context under which a figure finds its place. */
export const PLACE = 'figure-place';

export const placeContext = (place: Place): Map<string, Place> => new Map([[PLACE, place]]);
