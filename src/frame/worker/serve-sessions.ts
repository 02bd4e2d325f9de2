import type { Session } from '../../figures/shared/contract.ts';

/** The sessions that are open in a worker, by their jobs. */
export class Sessions {
  readonly #open = new Map<number, Promise<Session>>();

  open(job: number, session: Promise<Session>): void {
    // Why it could not be opened is told by the first `advance`.
    session.catch(() => undefined);
    this.#open.set(job, session);
  }

  async advance(job: number, steps: number): Promise<unknown> {
    const session = await this.#open.get(job);
    if (!session) throw new Error(`session ${String(job)}: is closed`);
    return session.advance(steps);
  }

  async send(job: number, message: unknown): Promise<void> {
    const session = await this.#open.get(job);
    session?.receive?.(message);
  }

  close(job: number): void {
    this.#open.delete(job);
  }
}
