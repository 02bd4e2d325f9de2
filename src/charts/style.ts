import type { Role, Shape } from './types.ts';

/** Colours and type of one theme, read from the page or, on the server, from the stylesheet. */
export interface Theme {
  /** What lies under the chart; rings and halos are drawn in it. */
  paper: string;
  soft: string;
  line: string;
  hair: string;
  roles: Record<Role, string>;
  /** A CSS font-family list. */
  font: string;
}

/** The custom property behind each role. Function is ink, as in the prose. */
export const roleProperties: Record<Role, string> = {
  input: '--input',
  function: '--ink',
  gradient: '--gradient',
  rate: '--rate',
  good: '--good',
  bad: '--bad',
  soft: '--soft',
};

/** Roles without colour: each has its own shape and its own dash (in pixels, on and off). */
export const roleShapes: Record<Role, Shape> = {
  input: 'circle',
  function: 'circle',
  gradient: 'triangle',
  rate: 'diamond',
  good: 'square',
  bad: 'triangle',
  soft: 'circle',
};

export const roleDashes: Record<Role, number[]> = {
  input: [11, 4],
  function: [],
  gradient: [6, 4],
  rate: [8, 3, 2, 3],
  good: [2, 3],
  bad: [4, 2],
  soft: [3, 4],
};

/** Theme from a lookup of custom properties: `--ink` → `#1d1f24`. */
export function theme(property: (name: string) => string): Theme {
  const role = (name: Role): string => property(roleProperties[name]);
  return {
    paper: property('--raised'),
    soft: property('--soft'),
    line: property('--line'),
    hair: property('--hair'),
    roles: {
      input: role('input'),
      function: role('function'),
      gradient: role('gradient'),
      rate: role('rate'),
      good: role('good'),
      bad: role('bad'),
      soft: role('soft'),
    },
    font: property('--font-sans'),
  };
}

/** Chart.js's names of the shapes. */
export const pointStyles = {
  circle: 'circle',
  square: 'rect',
  triangle: 'triangle',
  diamond: 'rectRot',
} as const satisfies Record<Shape, string>;

/** Shapes of the same weight for the eye: a square of radius r covers less than a triangle of it. */
export const radii: Record<Shape, number> = { circle: 4.5, square: 5, triangle: 5.5, diamond: 5.5 };
