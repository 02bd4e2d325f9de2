export { type DrawOptions, bernoulli, normal, rand, randint, randn, randperm } from './draw.ts';
export { type Capability, Generator, defaultGenerator, manualSeed } from './generator.ts';
export { bernoulli_, exponential_, normal_, uniform_ } from './in-place.ts';
