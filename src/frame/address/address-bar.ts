import type { Settings } from '../../figures/shared/contract.ts';
import { ownPart } from './url-pairs.ts';
import { serialiseState } from './url-state.ts';

/** The part of the address bar that speaks of one figure. It is replaced, never pushed. */
export class AddressBar {
  readonly #id: string;
  #known = '';

  constructor(id: string) {
    this.#id = id;
  }

  /** True when the address says of the figure what it did not say before, and was not written here. */
  hasNews(): boolean {
    const own = ownPart(location.search, this.#id);
    const news = own !== this.#known;
    this.#known = own;
    return news;
  }

  /** Writes what differs from `unmoved`. */
  write(settings: Settings, unmoved: Settings, hash = location.hash): void {
    const search = serialiseState(location.search, this.#id, settings, unmoved);
    this.#known = ownPart(search, this.#id);
    try {
      history.replaceState(history.state, '', `${location.pathname}${search}${hash}`);
    } catch {
      // A browser may refuse when a key is hammered (100 times in 30 s). The next release writes.
    }
  }
}
