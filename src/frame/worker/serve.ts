/** The worker's half: runs figures in slices, so that a word from the page is heard in between. */

import type { FigureDefinition, Session } from '../../figures/shared/contract.ts';
import { toFailure } from '../attempt.ts';
import type { Reply, Request } from './protocol.ts';
import { Sessions } from './serve-sessions.ts';
import { inSlices } from './slices.ts';

/** Milliseconds of work between two looks at what the page has said. */
const SLICE = 30;

type Figure = Pick<FigureDefinition<object, object>, 'defaults' | 'work' | 'session'>;
type Load = (id: string) => Promise<Figure>;

/**
 * Answers requests. `load` gives the figure of an id; `reply` posts to the page. A new run of a
 * figure calls off its older one. What was called off is not answered.
 */
export function serve(load: Load, reply: (message: Reply) => void): (request: Request) => void {
  const latest = new Map<string, number>();
  const called = new Map<number, AbortController>();
  const sessions = new Sessions();

  async function run(figure: string, job: number, params?: object): Promise<unknown> {
    called.get(latest.get(figure) ?? job)?.abort();
    latest.set(figure, job);
    const { signal } = control(job);
    const { work, defaults } = await load(figure);
    if (!work) throw new Error(`${figure}: has no work for a worker`);
    signal.throwIfAborted();
    return inSlices(work(params ?? defaults), SLICE, {
      signal,
      onprogress: (share) => {
        reply({ type: 'progress', job, share });
      },
    });
  }

  function control(job: number): AbortController {
    const controller = new AbortController();
    called.set(job, controller);
    return controller;
  }

  /** Posts what comes of a job, unless it was called off meanwhile. */
  async function answer(job: number, outcome: Promise<unknown>): Promise<void> {
    let message: Reply;
    try {
      message = { type: 'result', job, result: await outcome };
    } catch (error) {
      message = { type: 'error', job, failure: toFailure(error) };
    }
    if (called.get(job)?.signal.aborted !== true) reply(message);
    called.delete(job);
  }

  async function open(figure: string, params: object): Promise<Session> {
    const { session } = await load(figure);
    if (!session) throw new Error(`${figure}: has no session`);
    return session(params);
  }

  return (request) => {
    const { job } = request;
    switch (request.type) {
      case 'run':
        return void answer(job, run(request.figure, job, request.params));
      case 'open':
        sessions.open(job, open(request.figure, request.params));
        return;
      case 'advance':
        return void answer(job, sessions.advance(job, request.steps));
      case 'send':
        return void sessions.send(job, request.message);
      case 'end':
        called.get(job)?.abort();
        sessions.close(job);
    }
  };
}
