/** Gives the page its worker, for figures that compute for long, and has them computed before they wake. */

import { WorkerUnavailable, type WorkerPort } from '../../frame/worker/client.ts';
import { runInWorker, startWorker } from '../../frame/worker/compute.ts';

startWorker(
  (): WorkerPort => new Worker(new URL('./figure-worker.ts', import.meta.url), { type: 'module' }),
);

/**
 * What a figure gives at its defaults, as the server drew it: with it the figure hydrates at once.
 * Undefined where there is no worker; the figure then computes it while it hydrates.
 */
export async function initialResult(id: string): Promise<object | undefined> {
  try {
    return await runInWorker<object>(id);
  } catch (error) {
    if (error instanceof WorkerUnavailable) return undefined;
    throw error;
  }
}
