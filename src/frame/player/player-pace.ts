/** How long each step of a playing path is shown, in milliseconds. */

const SLOWEST = 600;
const FASTEST = 60;
/** A long path plays in about this time at speed 1. */
const WHOLE = 9000;
/** Where motion is unwelcome: slow enough to be a series of pictures. */
const CALM = 1000;

export const period = (steps: number, speed: number, calm: boolean): number => {
  const natural = Math.min(SLOWEST, WHOLE / Math.max(1, steps)) / speed;
  return Math.max(calm ? CALM : FASTEST, natural);
};
