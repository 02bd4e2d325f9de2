/** Everything that changes in a figure: settings, what they give, the step shown, what is announced. */

import type { FigureDefinition, Settings } from '../figures/shared/contract.ts';
import { arrive } from './address/address.ts';
import { pathLength, STEP } from './address/step.ts';
import { AddressBar } from './address/address-bar.ts';
import {
  allowed,
  free,
  readRestrictions,
  type Restrictions,
  withLocked,
} from './address/restrictions.ts';
import { announcementOf } from './announcement.ts';
import { type Failure, type Shown, toFailure } from './attempt.ts';
import { stageOf } from './controls/control.ts';
import { change, unmoved } from './controls/follow.ts';
import { oncePerFrame } from './once-per-frame.ts';
import { Outcome } from './outcome.svelte.ts';

/** How long a notice of what was done is shown, in milliseconds. */
export const NOTICE = 5000;

export class FigureState<Params extends object, Result extends object> {
  readonly #figure: FigureDefinition<Params, Result>;
  readonly #outcome: Outcome<Params, Result>;
  readonly #stage: ReturnType<typeof stageOf>;
  /** What was set last; the outcome follows once a frame. */
  #asked: Params;
  readonly #frame = oncePerFrame(() => {
    this.#outcome.params = this.#asked;
  });
  /** Null is the end of the path, wherever that is. */
  #chosenStep = $state<number | null>(null);
  #notice = $state('');
  #fading: ReturnType<typeof setTimeout> | undefined;
  #announcement = $state('');
  #announced: Shown<Params, Result> = $state.raw() as Shown<Params, Result>;
  #arrivals = $state(0);
  #restrictions = $state.raw<Restrictions>(free);
  #playing = false;
  /** What was set, and how far the player was, when a control was last let go. */
  #released: { params: Params; step: number | null } | undefined;
  readonly #address: AddressBar;

  constructor(figure: FigureDefinition<Params, Result>, initial?: Result) {
    this.#figure = figure;
    this.#stage = stageOf(figure.controls);
    this.#address = new AddressBar(figure.id);
    this.#asked = figure.defaults;
    this.#released = { params: figure.defaults, step: null };
    this.#outcome = new Outcome(figure, initial, this.#arrived);
    this.#announced = this.shown;
    this.#announcement = this.#describe();
  }

  /** What was set last. */
  get settings(): Params {
    return this.#outcome.params;
  }

  /** The last run that succeeded. */
  get shown(): Shown<Params, Result> {
    return this.#outcome.shown;
  }

  /** The run of which the announcement speaks: what is shut need not follow a slider that is held. */
  get announced(): Shown<Params, Result> {
    return this.#announced;
  }

  get failure(): Failure | null {
    return this.#outcome.failure;
  }

  /** Whether the worker computes what was set. */
  get busy(): boolean {
    return this.#outcome.busy;
  }

  /** How far the worker is, from 0 to 1, where that takes long; null otherwise. */
  get progress(): number | null {
    return this.#outcome.progress;
  }

  /** How many entries of the path have been taken: 0 is the start, `steps` the end. */
  get step(): number {
    const shown = this.shown.params as unknown as Settings;
    const chosen = this.#stage ? Number(shown[this.#stage.key]) : this.#chosenStep;
    return Math.min(chosen ?? this.steps, this.steps);
  }

  /** What the player calls its place. */
  get stepLabel(): string {
    return this.#stage?.label ?? 'Step';
  }

  get steps(): number {
    return pathLength(this.shown.result);
  }

  /** Something that was just done or changed, in words. */
  get notice(): string {
    return this.#notice;
  }

  /** What the run gave, in words, as of the last time a control was let go. */
  get announcement(): string {
    return this.#announcement;
  }

  /** Grows when settings come from outside the controls, which then forget what was being typed. */
  get arrivals(): number {
    return this.#arrivals;
  }

  /** What the address takes out of a learner's hands. */
  get restrictions(): Restrictions {
    return this.#restrictions;
  }

  set = (changes: Partial<Params>): void => {
    this.#asked = change(this.#figure, this.#asked, allowed(changes, this.#restrictions));
    this.#frame.ask();
  };

  /** Brings what is shown up to what was set, before a key asks for the next change. */
  flush = (): void => {
    this.#frame.flush();
  };

  /** Whether what is shown is what was set. */
  get ready(): boolean {
    return this.#asked === this.shown.params && !this.busy;
  }

  /** Shows what a session has come to while it plays, unless something else was set meanwhile. */
  show = (params: Params, result: Result): void => {
    if (!this.ready) return;
    this.#asked = params;
    this.#outcome.show({ params, result });
  };

  goTo = (step: number): void => {
    const reached = Math.max(0, Math.min(step, this.steps));
    if (this.#stage) this.set({ [this.#stage.key]: reached } as Partial<Params>);
    else this.#chosenStep = reached === this.steps ? null : reached;
  };

  play = (): void => {
    this.#playing = true;
    this.#announcement = this.#describe();
    this.#released = undefined;
  };

  pause = (): void => {
    this.#playing = false;
    this.release();
  };

  /** Says what was done, for as long as it takes to read. */
  say = (notice: string): void => {
    this.#notice = notice;
    clearTimeout(this.#fading);
    this.#fading = setTimeout(() => {
      if (this.#notice === notice) this.#notice = '';
    }, NOTICE);
  };

  /** A control was let go: say what came of it and put it into the address. */
  release = (): void => {
    this.flush();
    this.#outcome.settle();
    const now = { params: this.#asked, step: this.#chosenStep };
    const { params, step } = this.#released ?? {};
    if (this.#playing || (params === now.params && step === now.step)) return;
    this.#notice = '';
    this.#released = now;
    if (!this.busy) this.#announce();
    this.#writeAddress();
  };

  reset = (): void => {
    const first = withLocked(this.#figure.defaults, this.#asked, this.#restrictions);
    this.#replace(first, null, 'Back to the first settings.');
    this.#writeAddress();
  };

  cancel = (): void => {
    this.#outcome.cancel();
    this.#replace(this.#outcome.params, this.#chosenStep, 'Cancelled. The settings are back.');
    this.#writeAddress();
  };

  /** Calls off what is under way, because the figure goes. */
  stop = (): void => {
    clearTimeout(this.#fading);
    this.#outcome.stop();
  };

  /** Takes the settings that the address names, unless it says what it said before. */
  readAddress = (): void => {
    if (!this.#address.hasNews()) return;
    const { params, step, problems } = arrive(location.search, this.#figure);
    const { id, controls } = this.#figure;
    const restrictions = readRestrictions(location.search, id, controls);
    this.#restrictions = restrictions;
    this.#replace(params, step, [...problems, ...restrictions.problems].join(' '));
  };

  /** Puts the settings into the address bar and returns the whole address. */
  link = (): string => {
    this.#writeAddress(`#${this.#figure.id}`);
    return location.href;
  };

  /** The worker has answered. While a slider is held nothing is said. */
  readonly #arrived = (): void => {
    if (this.#released?.params === this.#asked) this.#announce();
  };

  #replace(params: Params, step: number | null, notice: string): void {
    this.#asked = params;
    this.#outcome.params = params;
    this.#chosenStep = step;
    this.#arrivals += 1;
    this.#released = { params, step };
    if (!this.busy) this.#announce();
    this.#notice = notice;
  }

  #announce(): void {
    this.#announced = this.shown;
    this.#announcement = this.#describe();
  }

  #describe(): string {
    const place = {
      step: this.step,
      steps: this.steps,
      label: this.stepLabel,
      playing: this.#playing,
    };
    try {
      return announcementOf(this.#figure, this.shown, place);
    } catch (error) {
      return toFailure(error).message;
    }
  }

  #writeAddress(hash?: string): void {
    const unmovedSettings = unmoved(this.#figure, this.#asked);
    const settings = this.#asked as unknown as Settings;
    const step = this.#chosenStep === null ? {} : { [STEP]: this.#chosenStep };
    this.#address.write({ ...step, ...settings }, unmovedSettings, hash);
  }
}
