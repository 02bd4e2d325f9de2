/** What is done with the graph, as PyTorch writes it. */

export const modes = ['normal', 'detach', 'no_grad', 'second backward', 'retain_graph'] as const;
export type Mode = (typeof modes)[number];

export interface Call {
  retainGraph: boolean;
  /** As Python writes it. */
  text: string;
}

const once: Call = { retainGraph: false, text: 'f.backward()' };
const kept: Call = { retainGraph: true, text: 'f.backward(retain_graph=True)' };

/** The calls of backward in this mode, in order. */
export function callsOf(mode: Mode): readonly Call[] {
  if (mode === 'second backward') return [once, once];
  return mode === 'retain_graph' ? [kept, once] : [once];
}

export const modeOf = (text: string): Mode => {
  const mode = modes.find((one) => one === text);
  if (mode === undefined)
    throw new RangeError(`expression-graph: mode must be one of ${modes.join(', ')}, got ${text}`);
  return mode;
};
