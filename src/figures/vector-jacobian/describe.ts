import { formattedVector, shapeText, vectorText } from '../shared/text.ts';
import type { Attempt } from './backward-attempts.ts';
import type { Params, Passes, Result } from './experiment.ts';

/** What the two products are, and which way is cheaper for each of two Jacobians. */
export function describe(_params: Params, result: Result): string {
  return [
    backwardWords(result),
    forwardWords(result),
    `The whole J on screen ${costWords(result.passes)}.`,
    layerWords(result),
  ].join(' ');
}

/** The error, or what is in x.grad. */
export const answerText = ({ error, gradient }: Attempt): string =>
  error ?? `x.grad is ${vectorText(gradient)}`;

function backwardWords({ v, vjp }: Result): string {
  if (v.every((value) => value === 0))
    return 'With v = 0 the backward pass carries nothing: vᵀJ is zero.';
  const row = indexOfUnit(v);
  const meaning = row === null ? allOnes(v) : `, row ${String(row + 1)} of J`;
  return `One backward pass with v = ${formattedVector(v)} gives vᵀJ = ${formattedVector(vjp)}${meaning}.`;
}

const allOnes = (v: readonly number[]): string =>
  v.every((value) => value === 1) ? ', the same as y.sum().backward()' : '';

function forwardWords({ u, jvp }: Result): string {
  if (u.every((value) => value === 0))
    return 'With u = 0 the input stands still, and so do the outputs.';
  const column = indexOfUnit(u);
  const meaning = column === null ? '' : `, column ${String(column + 1)} of J`;
  return `One forward pass with u = ${formattedVector(u)} gives Ju = ${formattedVector(jvp)}${meaning}.`;
}

/** The index of the 1 in a vector of zeros and one 1, or null. */
function indexOfUnit(vector: readonly number[]): number | null {
  const ones = vector.filter((value) => value === 1).length;
  const zeros = vector.filter((value) => value === 0).length;
  return ones === 1 && zeros === vector.length - 1 ? vector.indexOf(1) : null;
}

function layerWords({ layerPasses, layer }: Result): string {
  const { forward: n, reverse: m } = layerPasses;
  return `That of a layer from ${counted(n, 'input')} to ${counted(m, 'output')} ${costWords(layerPasses)}; for one example PyTorch stores it as ${shapeText(layer.shape)}.`;
}

function costWords({ forward, reverse }: Passes): string {
  const shorter = forward < reverse ? 'forward is shorter' : 'reverse is shorter';
  const best = forward === reverse ? 'neither way is shorter' : shorter;
  return `takes ${counted(forward, 'forward pass', 'forward passes')} or ${counted(reverse, 'reverse pass', 'reverse passes')}: ${best}`;
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`;
