/** The worker of a page: loads the one figure that is asked for, without its view, and runs it. */

import type { FigureDefinition } from '../../figures/shared/contract.ts';
import type { Request } from '../../frame/worker/protocol.ts';
import { serve } from '../../frame/worker/serve.ts';

const figures = import.meta.glob<FigureDefinition<object, object>>('../../figures/*/index.ts');

const load = (id: string): Promise<FigureDefinition<object, object>> => {
  const figure = figures[`../../figures/${id}/index.ts`];
  if (!figure) throw new Error(`worker: no folder of src/figures has the id "${id}"`);
  return figure();
};

const answer = serve(load, (message) => {
  postMessage(message);
});

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  answer(data);
});
