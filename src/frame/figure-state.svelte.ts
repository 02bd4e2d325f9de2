/** Everything that changes in a figure: settings, what they give, the step shown, what was said. */

import { arrive } from './address/address.ts';
import { attempt, type Attempt, type Failure, type Shown } from './attempt.ts';
import type { FigureDefinition, Settings } from '../figures/shared/contract.ts';
import { stageOf } from './controls/control.ts';
import { change, unmoved } from './controls/follow.ts';
import { ownPart } from './address/url-pairs.ts';
import { serialiseState } from './address/url-state.ts';

const pathLength = (result: object): number =>
  'path' in result && Array.isArray(result.path) ? result.path.length : 0;

export class FigureState<Params extends object, Result extends object> {
  readonly figure: FigureDefinition<Params, Result>;

  #params = $state.raw() as Params;
  readonly #stage: ReturnType<typeof stageOf>;
  /** Null is the end of the path, wherever that is. */
  #chosenStep = $state<number | null>(null);
  #notice = $state('');
  #said = $state('');
  #arrivals = $state(0);
  #lastGood: Shown<Params, Result> | undefined;
  #ownAddress = '';

  #attempt: Attempt<Params, Result> = $derived.by(() => attempt(this.figure, this.#params));
  #shown = $derived(this.#remember(this.#attempt));

  constructor(figure: FigureDefinition<Params, Result>) {
    this.figure = figure;
    this.#stage = stageOf(figure.controls);
    this.#params = figure.defaults;
    this.#said = this.shown.description;
  }

  get params(): Params {
    return this.#params;
  }

  /** The settings under names that the frame need not know. */
  get settings(): Settings {
    return this.#params as unknown as Settings;
  }

  /** The last run that succeeded. */
  get shown(): Shown<Params, Result> {
    return this.#shown;
  }

  get failure(): Failure | null {
    return this.#attempt.ok ? null : this.#attempt.failure;
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

  get notice(): string {
    return this.#notice;
  }

  /** What the run gave, in words, as of the last time a control was let go. */
  get said(): string {
    return this.#said;
  }

  /** Grows when settings come from outside the controls, which then forget what was being typed. */
  get arrivals(): number {
    return this.#arrivals;
  }

  set = (changes: Partial<Params>): void => {
    this.#params = change(this.figure, this.#params, changes);
  };

  goTo = (step: number): void => {
    const reached = Math.max(0, Math.min(step, this.steps));
    if (this.#stage) this.set({ [this.#stage.key]: reached } as Partial<Params>);
    else this.#chosenStep = reached === this.steps ? null : reached;
  };

  say = (notice: string): void => {
    this.#notice = notice;
  };

  /** A control was let go: say what came of it. */
  settle = (): void => {
    if (this.#said === this.shown.description) return;
    this.#said = this.shown.description;
    this.#notice = '';
  };

  reset = (): void => {
    this.#chosenStep = null;
    this.#replace(this.figure.defaults, 'Back to the first settings.');
    this.#writeAddress();
  };

  /** Takes the settings that the address names, unless it says what it said before. */
  readAddress = (): void => {
    const own = ownPart(location.search, this.figure.id);
    if (own === this.#ownAddress) return;
    this.#ownAddress = own;
    const { params, problems } = arrive(location.search, this.figure);
    this.#replace(params, problems.join(' '));
  };

  /** Puts the settings into the address bar and returns the whole address. */
  share = (): string => {
    this.#writeAddress();
    return location.href;
  };

  #replace(params: Params, notice: string): void {
    this.#params = params;
    this.#arrivals += 1;
    this.#said = this.shown.description;
    this.#notice = notice;
  }

  #writeAddress(): void {
    const settings = unmoved(this.figure, this.#params);
    const search = serialiseState(location.search, this.figure.id, this.settings, settings);
    this.#ownAddress = ownPart(search, this.figure.id);
    history.replaceState(history.state, '', `${location.pathname}${search}#${this.figure.id}`);
  }

  #remember(tried: Attempt<Params, Result>): Shown<Params, Result> {
    if (tried.ok) this.#lastGood = tried.shown;
    else if (this.#lastGood === undefined)
      throw new Error(`${this.figure.id}: ${tried.failure.message}`);
    return this.#lastGood as Shown<Params, Result>;
  }
}
