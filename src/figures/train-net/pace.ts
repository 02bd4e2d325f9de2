/** How fast training that is watched goes on. */

/** Steps a second. */
export const speeds = [
  { value: 5, label: '5 steps a second' },
  { value: 20, label: '20 steps a second' },
  { value: 60, label: '60 steps a second' },
  { value: 240, label: '240 steps a second' },
  { value: 2000, label: 'as fast as it can' },
];

/** The most that is taken before the picture is drawn again: 20 ms of work for a usual network. */
const most = 30;
/** Where motion is unwelcome the picture changes once in so many milliseconds. */
const calmPeriod = 1000;

/**
 * How many steps are due at a time in milliseconds; called again and again. What a slow machine could
 * not take is dropped.
 */
export function pace(speed: () => number, calm: boolean): (now: number) => number {
  let last: number | null = null;
  return (now) => {
    last ??= now;
    const due = Math.floor(((now - last) * speed()) / 1000);
    if (due === 0 || (calm && now - last < calmPeriod)) return 0;
    last = now;
    return Math.min(due, calm ? calmPeriod : most);
  };
}
