/** A computation that goes on while a reader watches, in the worker. */

import type { FigureDefinition, Session } from '../../figures/shared/contract.ts';
import { type WorkerClient, WorkerUnavailable } from './client.ts';
import { worker } from './compute.ts';

export interface OpenSession<Snapshot, Message> {
  /** Goes on by `steps`. While it does, another call gives the same snapshot: nothing queues up. */
  advance: (steps: number) => Promise<Snapshot>;
  /** Reaches the session before the next `advance`. */
  send: (message: Message) => void;
  close: () => void;
}

type Remote = Pick<OpenSession<unknown, unknown>, 'advance' | 'send' | 'close'>;

function remote(client: WorkerClient, figure: string, params: object): Remote {
  const job = client.nextJob();
  client.post({ type: 'open', job, figure, params });
  return {
    advance: (steps) => client.ask({ type: 'advance', job, steps }),
    send: (message) => {
      client.post({ type: 'send', job, message });
    },
    close: () => {
      client.post({ type: 'end', job });
    },
  };
}

const local = (session: Session): Remote => ({
  advance: (steps) => Promise.resolve(session.advance(steps)),
  send: (message) => session.receive?.(message),
  close: () => undefined,
});

/** One `advance` at a time. */
function oneAtATime(advance: Remote['advance']): Remote['advance'] {
  let underway: Promise<unknown> | undefined;
  return (steps) => {
    underway ??= advance(steps).finally(() => (underway = undefined));
    return underway;
  };
}

/**
 * Opens a session of a figure in the page's worker, or on the main thread where there is none (then
 * each `advance` holds up the page for as long as it takes).
 */
export function openSession<Snapshot, Message = never, Params extends object = object>(
  { id, session }: Pick<FigureDefinition<Params, object>, 'id' | 'session'>,
  params: Params,
  client = worker(),
): OpenSession<Snapshot, Message> {
  if (!session) throw new Error(`${id}: has no session`);
  const here = (): Remote => local(session(params));
  let there = client ? orElse(() => remote(client, id, params), here) : here();
  const advance = oneAtATime(async (steps) => {
    try {
      return await there.advance(steps);
    } catch (error) {
      if (!(error instanceof WorkerUnavailable)) throw error;
      there = here();
      return there.advance(steps);
    }
  });
  return {
    advance: advance as (steps: number) => Promise<Snapshot>,
    send: (message) => {
      there.send(message);
    },
    close: () => {
      there.close();
    },
  };
}

function orElse(open: () => Remote, fallback: () => Remote): Remote {
  try {
    return open();
  } catch {
    return fallback();
  }
}

/**
 * Advances once an animation frame and shows each snapshot; a slow session skips frames. Returns how
 * to stop. `onsnapshot` says whether to go on.
 */
export function play<Snapshot>(
  session: Pick<OpenSession<Snapshot, never>, 'advance'>,
  steps: () => number,
  onsnapshot: (snapshot: Snapshot) => boolean,
  onerror: (error: unknown) => void,
): () => void {
  let playing = true;
  const turn = async (): Promise<void> => {
    const snapshot = await session.advance(steps());
    // Stopped meanwhile: the snapshot is shown all the same, for the session stands there.
    if (onsnapshot(snapshot) && playing) schedule();
  };
  const schedule = (): void => {
    requestAnimationFrame(() => {
      if (playing) turn().catch(onerror);
    });
  };
  schedule();
  return () => {
    playing = false;
  };
}
