import type { Case, Check, GoldenFile } from './case.ts';
import { checkBackprop } from './backprop.ts';
import { checkFormat } from './format.ts';
import { checkOp } from './ops.ts';
import { checkOptim } from './optim.ts';
import { checkRandom } from './rng.ts';
import { checkTorch } from './torch.ts';
import { getDefaultDtype, setDefaultDtype } from '../src/index.ts';

const families: Readonly<Record<string, Check>> = {
  torch: (stored) => {
    checkTorch(stored);
  },
  ops: checkOp,
  rng: checkRandom,
  optim: checkOptim,
  backprop: checkBackprop,
  format: checkFormat,
};

/** The family of a file is the first part of its name: `ops_holdout.json` holds ops. */
function familyOf({ name }: GoldenFile): Check {
  const family = name.split('_')[0] ?? '';
  const check = Object.hasOwn(families, family) ? families[family] : undefined;
  if (check === undefined) throw new Error(`unknown family ${family}`);
  return check;
}

/** What went wrong with a case, or null. */
export function problemOf(stored: Case, file: GoldenFile): string | null {
  const dtype = getDefaultDtype();
  try {
    const problems = familyOf(file)(stored, file);
    return Array.isArray(problems) && problems.length > 0 ? problems.join('\n  ') : null;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } finally {
    setDefaultDtype(dtype);
  }
}
