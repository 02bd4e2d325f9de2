import * as backward from './backward.ts';
import * as forward from './forward.ts';
import type { Stage } from './stages.ts';
import type { NetValues } from './values.ts';
import type { Working } from './working.ts';

/** What is computed in a step, with the numbers of this network. */
export function workingOf(stage: Stage, net: NetValues): Working {
  switch (stage.of) {
    case 'sum':
      return forward.weightedSum(net, stage.unit);
    case 'relu':
      return forward.relu(net, stage.unit);
    case 'output':
      return forward.output(net);
    case 'loss':
      return forward.loss(net);
    case '∂output':
      return backward.intoOutput(net);
    case '∂layer 2':
      return backward.intoLayer2(net);
    case '∂hidden':
      return backward.intoHidden(net);
    case '∂relu':
      return backward.throughRelu(net, stage.unit);
    case '∂layer 1':
      return backward.intoLayer1(net, stage.unit);
    case '∂inputs':
      return backward.intoInputs(net);
  }
}
