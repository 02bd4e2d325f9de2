import { shapeText, vectorText } from '../shared/text.ts';
import type { Params, Result } from './experiment.ts';

/** What the two products are, and which way is cheaper. */
export function describe(_params: Params, result: Result): string {
  return [backwardWords(result), forwardWords(result), costWords(result)].join(' ');
}

function backwardWords({ v, vjp }: Result): string {
  if (v.every((value) => value === 0))
    return 'With v = 0 the backward pass carries nothing: vᵀJ is zero.';
  const meaning = only(v) === null ? allOnes(v) : `, row ${only(v) ?? ''} of J`;
  return `One backward pass with v = ${vectorText(v)} gives vᵀJ = ${vectorText(vjp)}${meaning}.`;
}

function allOnes(v: readonly number[]): string {
  return v.every((value) => value === 1) ? ', the same as y.sum().backward()' : '';
}

function forwardWords({ u, jvp }: Result): string {
  if (u.every((value) => value === 0))
    return 'With u = 0 the input stands still, and so do the outputs.';
  const meaning = only(u) === null ? '' : `, column ${only(u) ?? ''} of J`;
  return `One forward pass with u = ${vectorText(u)} gives Ju = ${vectorText(jvp)}${meaning}.`;
}

/** The place of the 1 (from 1) in a vector of zeros and one 1, or null. */
function only(vector: readonly number[]): number | null {
  const ones = vector.filter((value) => value === 1).length;
  const zeros = vector.filter((value) => value === 0).length;
  return ones === 1 && zeros === vector.length - 1 ? vector.indexOf(1) + 1 : null;
}

function costWords({ forwardPasses: n, reversePasses: m, layer }: Result): string {
  const passes = (count: number, way: string) =>
    `${String(count)} ${way} ${count === 1 ? 'pass' : 'passes'}`;
  const best = n === m ? 'neither way is shorter' : `${n < m ? 'forward' : 'reverse'} is shorter`;
  return `A Jacobian of shape ${shapeText([m, n])} takes ${passes(n, 'forward')} or ${passes(m, 'reverse')}: ${best}. For a layer and one example PyTorch stores it as ${shapeText(layer.shape)}.`;
}
