import { gzipSync } from 'node:zlib';
import { bundle } from './bundle.ts';

const descent = `
  import { noGrad, tensor } from '@calculus/autograd';
  const x = tensor(0, { requiresGrad: true });
  for (let i = 0; i < 100; i++) {
    x.sub(5).pow(2).backward();
    noGrad(() => x.sub_(x.grad.mul(0.1)));
    x.grad = null;
  }
  console.log(x.item());
`;

/** The most that the whole package should take, minified and compressed, in kilobytes. */
const GOAL = 55;

/** Minified and compressed, in kilobytes. */
async function transferSize(program: string): Promise<number> {
  return gzipSync(await bundle(program, { minify: true }), { level: 9 }).length / 1000;
}

/** Prints what reaches a browser. */
export async function reportSizes(): Promise<void> {
  const whole = await transferSize(`export * from '@calculus/autograd';`);
  console.log('size | minified, gzip | goal');
  console.log(`the whole package | ${whole.toFixed(1)} KB | ${GOAL} KB`);
  console.log(`a scalar descent | ${(await transferSize(descent)).toFixed(1)} KB |`);
}
