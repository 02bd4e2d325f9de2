/** Before what did not come is asked for again, in milliseconds. */
const PAUSES = [1000, 4000, 15000];

/** What draws live charts. `onlate` is called each time that it did not come and is asked for again. */
export async function loadEngine(onlate: () => void): Promise<typeof import('./live.ts')> {
  for (const pause of PAUSES) {
    try {
      return await import('./live.ts');
    } catch {
      onlate();
      await new Promise((resolve) => {
        setTimeout(resolve, pause);
      });
    }
  }
  return import('./live.ts');
}
