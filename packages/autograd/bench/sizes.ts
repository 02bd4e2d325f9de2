import { gzipSync } from 'node:zlib';
import { bundle } from './bundle.ts';

const descent = (door: string) => `
  import { noGrad, tensor } from '${door}';
  const x = tensor(0, { requiresGrad: true });
  for (let i = 0; i < 100; i++) {
    x.sub(5).pow(2).backward();
    noGrad(() => x.sub_(x.grad.mul(0.1)));
    x.grad = null;
  }
  console.log(x.item());
`;

/** Programs as they reach a browser, and how many kilobytes they should take at most. */
const programs = [
  { name: 'the whole package', goal: 40, program: `export * from '@calculus/autograd';` },
  { name: 'a scalar descent', goal: 15, program: descent('@calculus/autograd/scalar') },
  { name: 'the same by the main door', goal: null, program: descent('@calculus/autograd') },
];

/** Minified and compressed, in kilobytes. */
async function transferSize(program: string): Promise<number> {
  return gzipSync(await bundle(program, { minify: true }), { level: 9 }).length / 1000;
}

/** Prints the sizes, and how many goals are met. */
export async function reportSizes(): Promise<void> {
  console.log('size | minified, gzip | goal');
  let met = 0;
  for (const { name, goal, program } of programs) {
    const size = await transferSize(program);
    if (goal !== null && size <= goal) met++;
    console.log([name, `${size.toFixed(1)} KB`, goal === null ? '' : `${goal} KB`].join(' | '));
  }
  const goals = programs.filter(({ goal }) => goal !== null).length;
  console.log(`${met} of ${goals} goals met`);
}
