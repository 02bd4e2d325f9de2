import { configuration, type Configuration } from './configuration.ts';
import type { Kind } from './course-data.ts';
import { Chart } from './engine.ts';
import { type Plot, plotOf, type Size, snapshot } from './plot.ts';
import { redraw } from './redraw.ts';
import type { Theme } from './style.ts';
import type { ChartSpec, Sample } from './types.ts';

interface Picture {
  spec: ChartSpec;
  theme: Theme;
  size: Size;
}

/**
 * A chart on a canvas of the page, drawn once a frame however often it is given something to show; the
 * last is never lost. Loaded only when a figure comes near the viewport.
 */
export class LiveChart {
  readonly #canvas: HTMLCanvasElement;
  readonly #ondraw: (plot: Plot) => void;
  readonly #onfail: (error: unknown) => void;
  #chart: Chart<Kind, Sample[]> | undefined;
  #shown: Picture | undefined;
  #next: Picture | undefined;
  #frame: number | undefined;

  /** `ondraw` is called with where things stand, after every drawing that moved the axes; `onfail` where one failed. */
  constructor(
    canvas: HTMLCanvasElement,
    ondraw: (plot: Plot) => void,
    onfail: (error: unknown) => void,
  ) {
    if (canvas.getContext('2d') === null)
      throw new Error('chart: the browser gave no canvas to draw on');
    this.#canvas = canvas;
    this.#ondraw = ondraw;
    this.#onfail = onfail;
  }

  /** Draws at once what must not wait: the first picture, a new size, and a new theme, as for print. */
  show(picture: Picture): void {
    this.#next = picture;
    const { theme, size } = this.#shown ?? {};
    if (
      theme !== picture.theme ||
      size?.width !== picture.size.width ||
      size.height !== picture.size.height
    )
      this.#draw();
    else
      this.#frame ??= requestAnimationFrame(() => {
        this.#draw();
      });
  }

  destroy(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#chart?.destroy();
  }

  #draw(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    try {
      if (this.#next) this.#drawn(this.#next);
    } catch (error) {
      this.#onfail(error);
    }
  }

  #drawn(picture: Picture): void {
    const made = configuration(picture.spec, picture.theme, picture.size);
    const laidOut = this.#chart ? redraw(this.#chart, made, picture.size) : true;
    this.#chart ??= create(this.#canvas, made, picture.size);
    this.#shown = picture;
    if (laidOut) this.#ondraw(snapshot(plotOf(this.#chart)));
  }
}

function create(canvas: HTMLCanvasElement, made: Configuration, { width, height }: Size) {
  canvas.width = width;
  canvas.height = height;
  return new Chart<Kind, Sample[]>(canvas, made);
}
