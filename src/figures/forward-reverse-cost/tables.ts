import type { Table } from '../shared/contract.ts';
import type { Params, Result } from './experiment.ts';

export function tables(_params: Params, result: Result): Table[] {
  return [
    {
      caption: `Operations for the whole Jacobian, with ${String(result.m)} outputs and depth ${String(result.depth)}`,
      columns: ['Inputs', 'Evaluation', 'One forward pass', 'One reverse pass', 'Forward mode', 'Reverse mode'], // prettier-ignore
      rows: [...result.byInputs, result].map((cost) => [
        cost.n,
        cost.evaluation,
        cost.tangent,
        cost.adjoint,
        cost.forward,
        cost.reverse,
      ]),
    },
    {
      caption: 'Numbers kept for one reverse pass, and its operations with the evaluation',
      columns: ['Depth', 'Kept, all', 'Operations', 'Segments', 'Kept, checkpoints', 'Operations then'], // prettier-ignore
      rows: [...result.byDepth, result.memory].map((memory) => [
        memory.depth,
        memory.all,
        memory.allOperations,
        memory.segments,
        memory.checkpoints,
        memory.checkpointOperations,
      ]),
    },
  ];
}
