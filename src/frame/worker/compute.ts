/** Where figures have computed what takes long: in the page's worker, or in slices where there is none. */

import type { FigureDefinition } from '../../figures/shared/contract.ts';
import { WorkerClient, type WorkerPort, WorkerUnavailable } from './client.ts';
import { inSlices, type Watch } from './slices.ts';

/** Short enough for the main thread to draw a frame in between, in milliseconds. */
const SLICE = 8;

let client: WorkerClient | undefined;

/** The page says how its worker is made. It is made when a figure first needs it. */
export function startWorker(make: () => WorkerPort): void {
  client = new WorkerClient(make);
}

/** The page's worker, or undefined where the page started none. */
export const worker = (): WorkerClient | undefined => client;

/** Runs a figure in the worker; without parameters, at its defaults. Needs nothing of the figure but its id. */
export async function runInWorker<Result>(
  figure: string,
  params?: object,
  watch: Watch = {},
): Promise<Result> {
  if (!client) throw new WorkerUnavailable();
  return (await client.ask(
    { type: 'run', job: client.nextJob(), figure, params },
    watch,
  )) as Result;
}

/** What `figure.work(params)` gives, without holding up the page. */
export async function compute<Params extends object, Result extends object>(
  { id, work }: Pick<FigureDefinition<Params, Result>, 'id' | 'work'>,
  params: Params,
  watch: Watch = {},
): Promise<Result> {
  if (!work) throw new Error(`${id}: has no work`);
  try {
    return await runInWorker<Result>(id, params, watch);
  } catch (error) {
    if (!(error instanceof WorkerUnavailable)) throw error;
    return inSlices(work(params), SLICE, watch);
  }
}
