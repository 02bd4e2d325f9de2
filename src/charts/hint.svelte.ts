/** Says once, on the first picture with a point to move, that it can be moved; not again once one was. */

const KEY = 'moved-a-point';

class Hint {
  #owner = $state.raw<symbol | null>(null);
  #done = false;

  /** The first picture to ask is the one that says it. */
  claim(picture: symbol): void {
    if (this.#owner === null && !this.#isDone()) this.#owner = picture;
  }

  isSaidBy(picture: symbol): boolean {
    return this.#owner === picture;
  }

  /** A point was moved. */
  done(): void {
    if (this.#done) return;
    this.#done = true;
    this.#owner = null;
    try {
      localStorage.setItem(KEY, 'yes');
    } catch {
      // Where nothing may be kept it is said again on the next page.
    }
  }

  #isDone(): boolean {
    try {
      return this.#done || localStorage.getItem(KEY) !== null;
    } catch {
      return this.#done;
    }
  }
}

export const hint = new Hint();
