/**
 * A slider under a finger. The browser moves it wherever a finger touches it, and so does a page that is
 * scrolled across it; here it moves only once the finger has gone sideways. Mouse and keys are as ever.
 */
const DECIDED = 6;

interface Touch {
  x: number;
  y: number;
  value: number;
}

export class Sideways {
  /** A finger that has not yet gone sideways. */
  #touch: Touch | null = null;

  /** Whether a change of the input is meant; if not, the input is put back. */
  accepts(input: HTMLInputElement): boolean {
    if (this.#touch) input.valueAsNumber = this.#touch.value;
    return this.#touch === null;
  }

  start(event: PointerEvent & { currentTarget: HTMLInputElement }): void {
    const { pointerType, clientX: x, clientY: y, currentTarget } = event;
    this.#touch = pointerType === 'touch' ? { x, y, value: currentTarget.valueAsNumber } : null;
  }

  move({ clientX, clientY }: PointerEvent): void {
    if (!this.#touch) return;
    const across = Math.abs(clientX - this.#touch.x);
    if (across >= DECIDED && across > Math.abs(clientY - this.#touch.y)) this.#touch = null;
  }

  /** A finger has tapped, and what a browser does with a tap is over; or a key comes. */
  end(): void {
    this.#touch = null;
  }
}
