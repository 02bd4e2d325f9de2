import type { Position } from './contract.ts';

/** (cos θ, sin θ) for an angle in degrees; a quarter turn is exact, although π/2 is not. */
export function direction(angle: number): Position {
  switch (((angle % 360) + 360) % 360) {
    case 0:
      return { x: 1, y: 0 };
    case 90:
      return { x: 0, y: 1 };
    case 180:
      return { x: -1, y: 0 };
    case 270:
      return { x: 0, y: -1 };
    default:
      return { x: Math.cos(radians(angle)), y: Math.sin(radians(angle)) };
  }
}

const radians = (angle: number) => (angle * Math.PI) / 180;

/** The angle of a direction in degrees from 0 to 360, from the x axis towards the y axis. */
export function angleOf({ x, y }: Position): number {
  return ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
}
