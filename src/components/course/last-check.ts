/** The stored cases, run through the package while the site is built. */
import { goldenFiles } from '../../../packages/autograd/golden/case.ts';
import { problemOf } from '../../../packages/autograd/golden/families.ts';

/** How many cases of a file agreed, and the ids of those that did not. */
export interface Outcome {
  agreed: number;
  differed: readonly string[];
}

/** What came of each file, by its name. Files of programs are not among them: only the tests run those. */
export function runStoredCases(): ReadonlyMap<string, Outcome> {
  return new Map(
    goldenFiles('packages/autograd/golden').map((file) => {
      const differed = file.cases.filter((stored) => problemOf(stored, file) !== null);
      const agreed = file.cases.length - differed.length;
      return [file.name, { agreed, differed: differed.map(({ id }) => `${file.name}: ${id}`) }];
    }),
  );
}
