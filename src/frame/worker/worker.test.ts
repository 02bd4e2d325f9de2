import { expect, test, vi } from 'vitest';
import type { FigureDefinition, Session, Work } from '../../figures/shared/contract.ts';
import { exhaust } from '../../figures/shared/work.ts';
import { WorkerClient, type WorkerPort, WorkerUnavailable } from './client.ts';
import type { Reply, Request } from './protocol.ts';
import { serve } from './serve.ts';
import { openSession } from './session.ts';
import { inSlices } from './slices.ts';

interface Params {
  to: number;
}

/** Adds 1 to `to`, a number a piece. Gauss: to(to + 1)/2. Each piece takes `pace` milliseconds. */
function* sum({ to }: Params, pace = 0): Work<{ sum: number }> {
  if (to < 0) throw Object.assign(new Error('sum: to must not be negative'), { position: 3 });
  let total = 0;
  for (let i = 1; i <= to; i++) {
    const end = performance.now() + pace;
    while (performance.now() < end);
    total += i;
    yield i / to;
  }
  return { sum: total };
}

/** Counts; a message sets the count. */
function counter(params: Params): Session<number, number> {
  let count = params.to;
  return {
    advance: (steps) => (count += steps),
    receive: (message) => {
      count = message;
    },
  };
}

const figure = {
  id: 'sum',
  defaults: { to: 4 },
  work: (params: Params) => sum(params, 12),
  session: counter,
} as unknown as FigureDefinition<object, object>;

/** A page and its worker, with every message copied on its way as a real port does. */
function pair(): { client: WorkerClient; sent: Request[] } {
  const sent: Request[] = [];
  const make = (): WorkerPort => {
    const port: WorkerPort = {
      onmessage: null,
      onerror: null,
      terminate: () => undefined,
      postMessage: (request) => {
        sent.push(request);
        queueMicrotask(() => {
          answer(structuredClone(request));
        });
      },
    };
    const answer = serve(
      () => Promise.resolve(figure),
      (reply) => port.onmessage?.({ data: structuredClone(reply) } as MessageEvent<Reply>),
    );
    return port;
  };
  return { client: new WorkerClient(make), sent };
}

const run = (client: WorkerClient, to?: number, signal?: AbortSignal): Promise<unknown> =>
  client.ask(
    { type: 'run', job: client.nextJob(), figure: 'sum', params: to === undefined ? to : { to } },
    { signal },
  );

test('work that is exhausted gives its result', () => {
  expect(exhaust(sum({ to: 100 }))).toEqual({ sum: 5050 });
});

test('work in slices gives the same and says how far it is', async () => {
  const onprogress = vi.fn();
  expect(await inSlices(sum({ to: 4 }, 3), 1, { onprogress })).toEqual({ sum: 10 });
  expect(onprogress.mock.calls).toEqual([[0.25], [0.5], [0.75], [1]]);
});

test('work that is called off puts back what it changed', async () => {
  let open = false;
  function* guarded(): Work<object> {
    open = true;
    try {
      for (;;) yield 0;
    } finally {
      open = false;
    }
  }
  const called = new AbortController();
  const work = inSlices(guarded(), 1, { signal: called.signal });
  called.abort();
  await expect(work).rejects.toThrow(called.signal.reason as Error);
  expect(open).toBe(false);
});

test('a run crosses to the worker and back, at the defaults where no parameters are named', async () => {
  const { client } = pair();
  expect(await run(client, 3)).toEqual({ sum: 6 });
  expect(await run(client)).toEqual({ sum: 10 });
});

test('an error keeps its words and its position', async () => {
  const { client } = pair();
  await expect(run(client, -1)).rejects.toMatchObject({
    message: 'sum: to must not be negative',
    position: 3,
  });
});

test('a newer run of the same figure ends the older, which is never answered', async () => {
  const { client } = pair();
  const answered = vi.fn();
  void run(client, 1000).then(answered, answered);
  expect(await run(client, 2)).toEqual({ sum: 3 });
  expect(answered).not.toHaveBeenCalled();
});

test('a run that is called off is rejected at once, and the worker is told', async () => {
  const { client, sent } = pair();
  const called = new AbortController();
  const asked = run(client, 1000, called.signal);
  called.abort();
  await expect(asked).rejects.toThrow(called.signal.reason as Error);
  expect(sent.at(-1)).toEqual({ type: 'end', job: 1 });
});

test('a session advances, takes messages in their order and is closed', async () => {
  const { client } = pair();
  const session = openSession<number, number>(figure, { to: 10 }, client);
  expect(await session.advance(2)).toBe(12);
  session.send(100);
  expect(await session.advance(1)).toBe(101);
  session.close();
  await expect(session.advance(1)).rejects.toThrow('session 1: is closed');
});

test('a session that is asked twice before it answers advances once', async () => {
  const { client, sent } = pair();
  const session = openSession<number>(figure, { to: 0 }, client);
  expect(await Promise.all([session.advance(5), session.advance(5)])).toEqual([5, 5]);
  expect(sent.filter(({ type }) => type === 'advance')).toHaveLength(1);
});

test('without a worker a session goes on in the page', async () => {
  const refuse = (): WorkerPort => {
    throw new Error('forbidden');
  };
  const client = new WorkerClient(refuse);
  await expect(run(client, 1)).rejects.toBeInstanceOf(WorkerUnavailable);
  expect(await openSession<number>(figure, { to: 1 }, client).advance(1)).toBe(2);
});
