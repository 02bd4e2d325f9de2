/** What the settings of a figure give: at once, or out of the worker for a figure that has `work`. */

import type { FigureDefinition } from '../figures/shared/contract.ts';
import { attempt, type Attempt, type Failure, type Shown, toFailure } from './attempt.ts';
import { compute } from './worker/compute.ts';

/** What comes sooner than this is not announced by a flicker, in milliseconds. */
const SOON = 200;

export class Outcome<Params extends object, Result extends object> {
  readonly #figure: FigureDefinition<Params, Result>;
  readonly #onarrival: () => void;
  #params = $state.raw() as Params;
  /** The worker's last answer; undefined for a figure that needs none. */
  #arrived = $state.raw<Attempt<Params, Result>>();
  #busy = $state(false);
  #progress = $state<number | null>(null);
  #called: AbortController | undefined;
  /** What was set while the worker was busy. */
  #waiting: Params | undefined;
  #lastGood: Shown<Params, Result> | undefined;

  #attempt = $derived.by(() => this.#arrived ?? attempt(this.#figure, this.#params));
  #shown = $derived(this.#remember(this.#attempt));

  /** `initial` is what the defaults give, where it is known. `onarrival`: the worker has answered. */
  constructor(
    figure: FigureDefinition<Params, Result>,
    initial: Result | undefined,
    onarrival: () => void,
  ) {
    this.#figure = figure;
    this.#onarrival = onarrival;
    const { defaults: params } = figure;
    this.#params = params;
    if (figure.work)
      this.#arrived = initial
        ? { ok: true, shown: { params, result: initial } }
        : attempt(figure, params);
  }

  get params(): Params {
    return this.#params;
  }

  /** While the worker is busy the last that was set waits, so that a slider that is held shows what comes. */
  set params(params: Params) {
    this.#params = params;
    if (!this.#figure.work) return;
    if (this.#called ?? this.#waiting) this.#waiting = params;
    else void this.#ask(params);
  }

  /** Calls off what is under way, where it is not for what was set last, and begins with that. */
  settle = (): void => {
    if (this.#waiting) void this.#ask(this.#waiting);
  };

  /** The last run that succeeded. */
  get shown(): Shown<Params, Result> {
    return this.#shown;
  }

  get failure(): Failure | null {
    return this.#attempt.ok ? null : this.#attempt.failure;
  }

  /** Whether the worker computes what was set. */
  get busy(): boolean {
    return this.#busy;
  }

  /** How far the worker is, from 0 to 1, where that takes long; null otherwise. */
  get progress(): number | null {
    return this.#progress;
  }

  /** Takes what a session of the figure has come to. */
  show(shown: Shown<Params, Result>): void {
    this.stop();
    this.#params = shown.params;
    this.#arrived = { ok: true, shown };
  }

  /** Calls off what is under way: the settings are again those that are shown. */
  cancel = (): void => {
    this.stop();
    this.#params = this.shown.params;
  };

  /** Calls off what is under way, for good. */
  stop = (): void => {
    this.#called?.abort();
    this.#called = this.#waiting = undefined;
    this.#busy = false;
    this.#progress = null;
  };

  async #ask(params: Params): Promise<void> {
    this.stop();
    const called = new AbortController();
    this.#called = called;
    this.#busy = true;
    const arrived = await this.#compute(params, called.signal);
    if (this.#called !== called) return;
    this.#called = undefined;
    this.#progress = null;
    this.#arrived = arrived;
    // What has come is drawn before the next is asked for.
    if (this.#waiting) requestAnimationFrame(this.settle);
    else {
      this.stop();
      this.#onarrival();
    }
  }

  async #compute(params: Params, signal: AbortSignal): Promise<Attempt<Params, Result>> {
    let reached = 0;
    const late = setTimeout(() => (this.#progress = reached), SOON);
    const onprogress = (share: number): void => {
      reached = share;
      if (this.#progress !== null) this.#progress = share;
    };
    signal.addEventListener('abort', () => {
      clearTimeout(late);
    });
    try {
      const result = await compute(this.#figure, params, { signal, onprogress });
      return { ok: true, shown: { params, result } };
    } catch (error) {
      return { ok: false, failure: toFailure(error) };
    } finally {
      clearTimeout(late);
    }
  }

  #remember(tried: Attempt<Params, Result>): Shown<Params, Result> {
    if (tried.ok) this.#lastGood = tried.shown;
    else if (this.#lastGood === undefined)
      throw new Error(`${this.#figure.id}: ${tried.failure.message}`);
    return this.#lastGood;
  }
}
