import type { Result } from './experiment.ts';
import { edgesOf } from './edges.ts';
import { nodesOf } from './nodes.ts';
import { viewOf } from './view.ts';

/** The network at one stage: what is known so far, what is computed now, and what nothing passes. */
export function netPicture(result: Result) {
  const view = viewOf(result);
  return { nodes: nodesOf(result.net, view), edges: edgesOf(result.net, view) };
}
