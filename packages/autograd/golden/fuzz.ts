import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenFiles } from './case.ts';
import { explanationOf } from './differences.ts';
import { problemOf } from './families.ts';
import { problemOfProgram, type Program } from './programs.ts';

/** `npm run fuzz:autograd FOLDER`: compares what `fuzz.py` wrote, and says what differs and is not explained. */
function main(folder: string): void {
  const programs = JSON.parse(readFileSync(join(folder, 'python_fuzz.json'), 'utf8')) as {
    cases: Program[];
  };
  const files = goldenFiles(folder);
  const calls = files.flatMap((file) =>
    file.cases.map((stored) => [stored['torch'] as string, problemOf(stored, file)] as const),
  );
  const kinds = {
    calls,
    programs: programs.cases.map((program) => [program.code, problemOfProgram(program)] as const),
  };
  let unexplained = 0;
  for (const [kind, results] of Object.entries(kinds)) {
    const counts = new Map<string, number>();
    for (const [code, problem] of results) {
      if (problem === null) continue;
      const why = explanationOf(code, problem);
      counts.set(why ?? 'not explained', (counts.get(why ?? 'not explained') ?? 0) + 1);
      if (why === null) console.log(`${code}\n  ${problem.replaceAll('\n', '\n  ')}`);
      unexplained += Number(why === null);
    }
    const differ = [...counts.values()].reduce((a, b) => a + b, 0);
    console.log(`${kind}: ${results.length - differ} agree, ${differ} differ`);
    for (const [why, count] of counts) console.log(`  ${count}: ${why}`);
  }
  process.exitCode = unexplained > 0 ? 1 : 0;
}

main(process.argv[2] ?? '');
