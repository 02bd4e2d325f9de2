/** The page's half: one worker for all figures of the page, made when first asked for. */

import type { Failure } from '../attempt.ts';
import type { Reply, Request } from './protocol.ts';
import type { Watch } from './slices.ts';

/** The part of `Worker` that is needed, so that tests can stand in. */
export interface WorkerPort {
  postMessage: (request: Request) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** The browser gives no worker: it was forbidden, or its script did not come. */
export class WorkerUnavailable extends Error {}

interface Job {
  resolve: (result: unknown) => void;
  reject: (reason: unknown) => void;
  onprogress?: Watch['onprogress'];
}

/** An error as the figure threw it in the worker, with the place in a formula that it is about. */
const errorOf = ({ message, position }: Failure): Error =>
  Object.assign(new Error(message), { position });

export class WorkerClient {
  readonly #make: () => WorkerPort;
  readonly #jobs = new Map<number, Job>();
  #worker: WorkerPort | undefined;
  #count = 0;
  #refused = false;

  constructor(make: () => WorkerPort) {
    this.#make = make;
  }

  nextJob(): number {
    this.#count += 1;
    return this.#count;
  }

  /** Posts what is not answered. */
  post(request: Request): void {
    this.#port().postMessage(request);
  }

  /**
   * Posts a request and waits for its answer. Rejected with the figure's own error, with the
   * signal's reason, or with `WorkerUnavailable`.
   */
  ask(request: Request, { onprogress, signal }: Watch = {}): Promise<unknown> {
    const { job } = request;
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      this.post(request);
      this.#jobs.set(job, { resolve, reject, onprogress });
      signal?.addEventListener('abort', () => {
        if (this.#jobs.delete(job)) this.post({ type: 'end', job });
        reject(signal.reason as Error);
      });
    });
  }

  #port(): WorkerPort {
    if (this.#refused) throw new WorkerUnavailable();
    this.#worker ??= this.#start();
    return this.#worker;
  }

  #start(): WorkerPort {
    try {
      const worker = this.#make();
      worker.onmessage = ({ data }) => {
        this.#receive(data);
      };
      worker.onerror = () => {
        this.#refuse();
      };
      return worker;
    } catch {
      this.#refused = true;
      throw new WorkerUnavailable();
    }
  }

  #refuse(): void {
    this.#refused = true;
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#jobs.values()) reject(new WorkerUnavailable());
    this.#jobs.clear();
  }

  #receive(reply: Reply): void {
    const job = this.#jobs.get(reply.job);
    if (!job) return;
    if (reply.type === 'progress') {
      job.onprogress?.(reply.share);
      return;
    }
    this.#jobs.delete(reply.job);
    if (reply.type === 'result') job.resolve(reply.result);
    else job.reject(errorOf(reply.failure));
  }
}
