/** What a picture of the page consists of, in pixels from its top left corner, in the order of painting. */
export type Mark = Shape | Words | LiveChart;

export interface Position {
  x: number;
  y: number;
}

export interface Shape {
  kind: 'shape';
  /** As the attribute of an SVG path. */
  d: string;
  /** From the units of the path to pixels. */
  matrix: DOMMatrix;
  /** CSS colours; null for none. */
  fill: string | null;
  stroke: string | null;
  strokeWidth: number;
  dash: readonly number[];
  /** The stroke is in pixels whatever the matrix is. */
  steady: boolean;
  alpha: number;
}

export interface Words {
  kind: 'words';
  text: string;
  /** Where the text starts, ends or has its middle, on its baseline. */
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  font: { style: string; weight: string; size: number; family: string };
  colour: string;
  alpha: number;
}

export interface LiveChart {
  kind: 'chart';
  canvas: HTMLCanvasElement;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Picture {
  width: number;
  height: number;
  marks: readonly Mark[];
}
