import type { Result } from './simple-net.ts';
import { edgesOf } from './simple-net-edges.ts';
import { nodesOf } from './simple-net-nodes.ts';
import { viewOf } from './simple-net-view.ts';

/** The network at one stage: what is known so far, what is computed now, and what nothing passes. */
export function netPicture(result: Result) {
  const view = viewOf(result);
  return { nodes: nodesOf(result.net, view), edges: edgesOf(result.net, view) };
}
