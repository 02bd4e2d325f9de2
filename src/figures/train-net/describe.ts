import { formatted } from '../shared/format.ts';
import { at } from '../shared/at.ts';
import { divergedAt, divergence, growthCause, standstillCause } from './causes.ts';
import type { Params, Result } from './experiment.ts';

/** How the run went, what is wrong with it and why, in words. */
export function describe(params: Params, result: Result): string {
  return [outcome(params, result), quietWords(params, result), editWords(params)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function outcome(params: Params, result: Result): string {
  if (result.stopped) return `${stopWords(result)} ${growthCause(params, result)}`;
  const diverged = divergedAt(result);
  if (diverged !== null)
    return `Diverges: at step ${String(diverged)} the training loss passed ${String(divergence)} times its first value, and after ${steps(result)} it is ${lossOf(result)}. ${growthCause(params, result)}`;
  if (result.steps === 0) return startWords(result);
  return `${progressWords(result)} ${standstillWords(params, result)}`.trim();
}

/** Short, for the line above the pictures. */
export function verdict(params: Params, result: Result): { words: string; failed: boolean } {
  if (result.stopped)
    return { words: `${stopWords(result)} ${growthCause(params, result)}`, failed: true };
  if (divergedAt(result) !== null) return { words: outcome(params, result), failed: true };
  const trouble = standstillWords(params, result);
  const going = result.steps === 0 ? invitation : shortWords(result);
  return {
    words: [trouble || going, quietCount(params, result)].filter(Boolean).join(' '),
    failed: trouble !== '',
  };
}

const invitation =
  'Press Play: step by step the network moves its boundary between the blue points and the orange ones.';

function shortWords(result: Result): string {
  const { test } = at(result.losses, -1);
  const tested = test === null ? '' : `, test ${formatted(test)}`;
  return `Loss ${lossOf(result)}${tested}. ${capital(accuracyWords(result))}`;
}

const steps = ({ steps: taken }: Result): string =>
  `${String(taken)} ${taken === 1 ? 'step' : 'steps'}`;

const lossOf = ({ losses }: Result): string => formatted(at(losses, -1).train);

const percent = (share: number): string => `${formatted(100 * share, 3)} %`;

function stopWords({ stopped, losses }: Result): string {
  if (!stopped) return '';
  const of = stopped.layer === null ? '' : ` of layer ${String(stopped.layer)}`;
  const what = { loss: 'the loss', gradient: 'a gradient', weight: 'a weight' }[stopped.what];
  return `Stopped at step ${String(stopped.step)}: ${what}${of} left the range of float64. The last loss was ${formatted(at(losses, -1).train)}, the first ${formatted(at(losses, 0).train)}; the picture shows the last numbers there are.`;
}

function startWords(result: Result): string {
  return `Not trained yet: the weights are as the seed draws them, the training loss is ${lossOf(result)} and ${accuracyWords(result)}`;
}

function progressWords(result: Result): string {
  const { test } = at(result.losses, -1);
  const tested = test === null ? '' : `, the test loss ${formatted(test)}`;
  return `After ${steps(result)} the training loss is ${lossOf(result)}${tested}; it started at ${formatted(at(result.losses, 0).train)}. ${capital(accuracyWords(result))}${overfitWords(result)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function accuracyWords({ accuracy: { train, test } }: Result): string {
  return test === null
    ? `${percent(train ?? 0)} of the points are on their side of the boundary.`
    : `${percent(test)} of the test points are on their side of the boundary.`;
}

/** The test loss was lower before, by a fifth, and the training loss was not. */
function overfitWords({ losses }: Result): string {
  const tests = losses.flatMap(({ test }, step) => (test === null ? [] : [{ test, step }]));
  const last = at(losses, -1);
  if (last.test === null) return '';
  const best = tests.reduce((a, b) => (b.test < a.test ? b : a));
  const overfitted =
    last.test > 1.2 * best.test &&
    last.test > 1.5 * last.train &&
    last.train < at(losses, best.step).train;
  return overfitted
    ? ` It overfits: the test loss was lowest at step ${String(best.step)}, ${formatted(best.test)}, and has risen since while the training loss fell.`
    : '';
}

/** After this many steps the loss should have fallen. */
const patience = 50;

function standstillWords(params: Params, result: Result): string {
  if (result.steps < patience) return '';
  const [first, last] = [at(result.losses, 0).train, at(result.losses, -1).train];
  const stands = last > 0.9 * first;
  // A boundary that cannot fit shows in the accuracy where a large start hides it in the loss.
  if (!stands && (result.accuracy.train ?? 1) > 0.75) return '';
  const cause = standstillCause(params, result);
  if (cause !== null) return `It does not learn this. ${cause}`;
  return stands ? 'The loss has hardly fallen yet.' : '';
}

export function quietWords({ activation }: Params, { quiet }: Result): string {
  if (quiet.length === 0) return '';
  const named = quiet
    .slice(0, 3)
    .map(
      ({ layer, unit, since }) =>
        `unit ${String(unit)} of layer ${String(layer)} (since step ${String(since)})`,
    );
  const more = quiet.length - named.length;
  const list = [...named, ...(more > 0 ? [`${String(more)} more`] : [])];
  const who =
    list.length === 1 ? list.join('') : `${list.slice(0, -1).join(', ')} and ${at(list, -1)}`;
  return activation === 'relu'
    ? `Dead: ${who}. There ReLU outputs 0 at every training point, so that no gradient reaches the weights before it.`
    : `Saturated: ${who}. There ${activation} is nearly level at every training point, so that next to no gradient passes.`;
}

/** As few words as fit above a picture that moves. */
function quietCount({ activation }: Params, { quiet, layers }: Result): string {
  const [first] = quiet;
  if (!first) return '';
  const hidden = layers.slice(0, -1).reduce((total, { biases }) => total + biases.length, 0);
  const state = activation === 'relu' ? 'dead' : 'saturated';
  return `${String(quiet.length)} of ${String(hidden)} hidden units ${quiet.length === 1 ? 'is' : 'are'} ${state}: unit ${String(first.unit)} of layer ${String(first.layer)} since step ${String(first.since)}${quiet.length > 1 ? ', and others' : ''}.`;
}

const editWords = ({ edits }: Params): string =>
  edits === '' ? '' : 'Weights were changed by hand; the PyTorch program makes the same changes.';
