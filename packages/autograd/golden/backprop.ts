import type { Case, GoldenFile } from './case.ts';
import { expectSame } from './compare.ts';
import { clip, clipTrain } from './backprop-clip.ts';
import { depthGradients, depthSeeded } from './backprop-depth.ts';
import { landscape, functionLandscape, mlpHessian } from './backprop-landscape.ts';
import { trainMlp, trainSeeded } from './backprop-train.ts';
import { languageModel, transformerBlock } from './backprop-transformer.ts';

interface BackpropCase extends Case {
  readonly kind: string;
  readonly dtype: string;
  readonly inputs: never;
  readonly rel_tol?: number;
  readonly expected: Record<string, unknown>;
}

type Run = (inputs: never, file: GoldenFile, expected: Record<string, unknown>) => object;

const kinds: Readonly<Record<string, Run>> = {
  train_mlp: trainMlp,
  train_seeded: trainSeeded,
  transformer_block: transformerBlock,
  tiny_language_model: languageModel,
  // Holds the matrices of other cases and expects nothing.
  depth_base: () => ({}),
  depth_gradients: depthGradients,
  depth_seeded: depthSeeded,
  clip,
  clip_train: clipTrain,
  mlp_hessian: mlpHessian,
  landscape,
  function_landscape: functionLandscape,
};

/** One case of a file of whole networks. */
export function checkBackprop(given: Case, file: GoldenFile): void {
  const stored = given as BackpropCase;
  const run = Object.hasOwn(kinds, stored.kind) ? kinds[stored.kind] : undefined;
  if (run === undefined) throw new Error(`unknown kind ${stored.kind}`);
  const fallback = stored.dtype === 'float32' ? 1e-6 : 1e-12;
  const got = run(stored.inputs, file, stored.expected);
  expectSame(got, stored.expected, stored.rel_tol ?? fallback);
}
