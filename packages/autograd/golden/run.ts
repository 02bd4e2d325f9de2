import { goldenFiles } from './case.ts';
import { problemOf } from './families.ts';

/** `npm run golden [DIR]`: runs every stored case of a folder and says which ones differ. */
function main(folder: string): void {
  let passed = 0;
  let failed = 0;
  for (const file of goldenFiles(folder)) {
    for (const stored of file.cases) {
      const problem = problemOf(stored, file);
      if (problem === null) passed++;
      else {
        failed++;
        console.log(`${file.name} ${stored.id}\n  ${problem}`);
      }
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

main(process.argv[2] ?? import.meta.dirname);
