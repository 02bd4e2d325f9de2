import { expect, test } from 'vitest';
import { at } from '../shared/at.ts';
import { growthCause } from './causes.ts';
import { controls, defaults, describe as say, program, run, session } from './index.ts';
import { states } from './states.ts';

const paramsWith = (changes: object) => ({ ...defaults, ...changes });
const words = (changes: object) => {
  const params = paramsWith(changes);
  return say(params, run(params));
};

test('the defaults learn the moons within 200 steps', () => {
  const { accuracy, losses } = run(paramsWith({ step: 200 }));
  expect(accuracy.test).toBeGreaterThan(0.95);
  expect(at(losses, -1).train).toBeLessThan(0.25 * at(losses, 0).train);
});

test('the loss of a network that knows nothing is about ln 2', () => {
  // All weights 0: the logit is 0, the probability 1/2, the loss −ln ½.
  expect(at(run(paramsWith({ init: 'zeros' })).losses, 0).train).toBeCloseTo(Math.LN2, 14);
});

test('a run that is played gives the numbers of a run that is asked for', () => {
  const played = session(paramsWith({ data: 'xor', step: 10 }));
  played.advance(7);
  expect(played.advance(13)).toEqual(run(paramsWith({ data: 'xor', step: 30 })));
  // From the start again, although the run is kept at step 30.
  expect(run(paramsWith({ data: 'xor', step: 10 })).losses).toHaveLength(11);
});

test('a session ends at the last step there is', () => {
  const last = controls.step.max;
  const played = session(paramsWith({ layers: 'none', batch: 1, data: 'own', step: last - 2 }));
  expect(played.advance(5)).toMatchObject({ steps: last });
});

test('batch 1 with rate 1 and squared error stops, and is told why', () => {
  const params = paramsWith({
    layers: '4-4',
    loss: 'squared',
    optimizer: 'sgd',
    batch: 1,
    rate: 1,
    step: 300,
  });
  const result = run(params);
  expect(result.stopped).toMatchObject({ step: result.steps + 1 });
  // 1 − 2η = −1
  expect(say(params, result)).toMatch(
    /^Stopped at step \d+: the loss left the range of float64\..*factor is −1 or less/,
  );
});

test('the factor of a step on one point is given for plain SGD only', () => {
  const cause = (optimizer: string) => {
    const params = paramsWith({ loss: 'squared', batch: 1, rate: 1, optimizer });
    return growthCause(params, run(params));
  };
  expect(cause('sgd')).toContain('factor is −1 or less');
  expect(cause('adam')).toContain('learning rate 1 is too large here');
});

test('rate 0.3 with L2 10 multiplies weights by −2, and says so', () => {
  const said = words({ optimizer: 'sgd', rate: 0.3, l2: '10', step: 100 });
  expect(said).toMatch(/^Diverges: at step \d+ .*1 − ηλ = 1 − 0\.3 · 10 = −2 in each step/);
  expect(words({ activation: 'relu', optimizer: 'sgd', rate: 0.3, l2: '10', step: 100 })).toMatch(
    /^Stopped at step \d+: .*= −2 in each step/,
  );
});

test('a weight that makes the loss large when it is changed is named as the cause', () => {
  expect(words({ step: 12, edits: '10_3.1.1_1000000' })).toContain(
    'The weight changed by hand at step 10 made the loss so large.',
  );
});

test('three inputs and no hidden layer part xor, and not circles, which is explained', () => {
  const few = { features: 'xyp', layers: 'none', step: 200 };
  expect(run(paramsWith({ ...few, data: 'xor' })).accuracy.train).toBeGreaterThan(0.85);
  expect(words({ ...few, data: 'circles' })).toMatch(/does not learn this\. .*hyperbola or a line/);
});

test('dead units are named with the step at which they died', () => {
  const params = paramsWith({
    activation: 'relu',
    optimizer: 'sgd',
    rate: 3,
    batch: 200,
    step: 100,
  });
  const result = run(params);
  const { layer, unit, since } = at(result.quiet, 0);
  expect(say(params, result)).toContain(
    `Dead: unit ${String(unit)} of layer ${String(layer)} (since step ${String(since)})`,
  );
  // It was alive just before, unless it was never.
  if (since > 0)
    expect(run({ ...params, step: since - 1 }).quiet).not.toContainEqual({ layer, unit, since });
});

test('a weight changed by hand has its value at its step, and training goes on from there', () => {
  const edits = '5_1.2.1_3.5';
  const weight = (step: number, text: string) =>
    at(at(at(run(paramsWith({ step, edits: text })).layers, 0).weights, 1), 0);
  expect(weight(4, edits)).toBe(weight(4, ''));
  expect(weight(5, edits)).toBe(3.5);
  expect(weight(6, edits)).not.toBe(3.5);
  expect(Math.abs(weight(6, edits) - 3.5)).toBeLessThan(0.1);
});

test('an edit of a weight that the network has not changes nothing', () => {
  expect(run(paramsWith({ step: 3, edits: '1_9.1.1_5~1_1.9.1_5~1_1.1.3_5' })).losses).toEqual(
    run(paramsWith({ step: 3 })).losses,
  );
});

test('the program prints what was computed for every state, 100 steps and more among them', () => {
  for (const state of states) {
    const params = paramsWith(state);
    const result = run(params);
    const code = program(params, result);
    expect(code).toContain(
      result.stopped ? 'not finite\n' : `# step ${String(result.steps)}: loss`,
    );
  }
});
