import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { configuration } from './configuration.ts';
import { Chart } from './engine.ts';
import type { Size } from './plot.ts';
import { keepPicture } from './poster-files.ts';
import { posterSize } from './sizes.ts';
import type { Theme } from './style.ts';
import { type Scheme, themeFromTokens } from './tokens.ts';
import type { ChartSpec } from './types.ts';
import type { WidthClass } from './width-class.ts';

/** A poster of a chart: what stands there until the chart wakes, and where nothing wakes it. */
export interface Poster extends Size {
  /** Path below the site's base. */
  path: string;
  scheme: Scheme;
  widthClass: WidthClass;
}

// Loaded by path at run time: a bundler would try to swallow the native module.
const load = createRequire(join(process.cwd(), 'package.json'));
const { createCanvas, GlobalFonts } = load('@napi-rs/canvas') as typeof import('@napi-rs/canvas');

const pixelRatio = 2;
const quality = 80;
const schemes: readonly Scheme[] = ['light', 'dark'];
const widthClasses: readonly WidthClass[] = ['narrow', 'wide'];

const drawn = new Map<string, Poster[]>();

/** Draws the chart once per theme and width class, from the configuration of the live chart. */
export function drawPosters(spec: ChartSpec): Poster[] {
  const key = JSON.stringify(spec);
  const known = drawn.get(key);
  if (known) return known;
  const made = schemes.flatMap((scheme) =>
    widthClasses.map((widthClass) => {
      const size = posterSize(spec, widthClass);
      const path = keepPicture(draw(spec, posterTheme(scheme), size), 'webp');
      return { path, scheme, widthClass, ...size };
    }),
  );
  drawn.set(key, made);
  return made;
}

/** A picture without transparency is half as large, and stands anywhere: in a link preview too. */
function draw(spec: ChartSpec, theme: Theme, size: Size): Buffer {
  const canvas = createCanvas(size.width, size.height);
  const { options, ...made } = configuration(spec, theme, size);
  // Chart.js asks nothing of a canvas that this one lacks.
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, {
    ...made,
    options: { ...options, devicePixelRatio: pixelRatio },
  });
  const context = canvas.getContext('2d');
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, size.width, size.height);
  const picture = canvas.toBuffer('image/webp', quality);
  chart.destroy();
  return picture;
}

function posterTheme(scheme: Scheme): Theme {
  const tokens = readFileSync(join(process.cwd(), 'src/styles/tokens.css'), 'utf8');
  return themeFromTokens(tokens, scheme, fonts());
}

let families: string | undefined;

/** The site's own sans, then KaTeX's for signs that it lacks (∂, ∇), as one font-family list. */
function fonts(): string {
  families ??= [register('ChartSans', 'sans'), register('ChartSigns', 'KaTeX_Main-Regular')].join(
    ', ',
  );
  return families;
}

function register(family: string, file: string): string {
  const path = join(process.cwd(), 'src/fonts', `${file}.woff2`);
  if (!GlobalFonts.registerFromPath(path, family)) {
    throw new Error(`posters: cannot read the font ${path}`);
  }
  return family;
}
