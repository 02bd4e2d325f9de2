import { at } from '../shared/at.ts';
import { formatted } from '../shared/format.ts';
import type { Params, Result, Row } from './experiment.ts';
import type { Fault, NodeName } from './tape.ts';
import type { Training } from './training.ts';

/** What the fault does to the gradients and to training, in words. */
export function describe({ fault }: Params, { rows, training, maxError }: Result): string {
  const harmless =
    fault !== 'none' && maxError === 0
      ? ' At this very point the fault happens to do no harm.'
      : '';
  return `${mechanism(fault, rows)}${harmless} ${symptom(fault, training)}`;
}

/** The loss at the end of a run, or when it left the picture. */
export const finalLoss = ({ losses, diverged }: Training): number | string =>
  diverged === null ? at(losses, -1) : `diverged at step ${String(diverged)}`;

function mechanism(fault: Fault, rows: readonly Row[]): string {
  const words = (name: NodeName, side: 'right' | 'faulty') =>
    formatted(
      at(
        rows.filter((row) => row.name === name),
        0,
      )[side],
    );
  switch (fault) {
    case 'none':
      return `s waits for all three of its uses, adds them up to ${words('s', 'right')} and only then passes it on.`;
    case 'wrong order':
      return `s passes on ${words('m', 'faulty')} before r has sent its part. In the end s has the right gradient ${words('s', 'faulty')}, but the rest of it never reaches w.`;
    case 'overwrite instead of add':
      return `Each contribution to s overwrites the one before: s keeps the last contribution, ${words('s', 'faulty')}, instead of the sum ${words('s', 'right')}.`;
    case 'no zero_grad':
      return `The second pass adds to what the first left in w: ${words('w', 'faulty')} instead of ${words('w', 'right')}. The values between are new tensors in every pass, so they show nothing.`;
    case 'detached branch':
      return `One of the two uses of s in r is not recorded, so that s receives ${words('s', 'faulty')} instead of ${words('s', 'right')}.`;
  }
}

function symptom(fault: Fault, { right, faulty }: Result['training']): string {
  if (right.diverged !== null)
    return `In training even the right gradients diverge, after step ${String(right.diverged)}: this learning rate is too large for them.`;
  if (fault === 'none') return `In training ${outcome(right)}.`;
  return `In training ${outcome(faulty)}; with the right gradients ${outcome(right)}.`;
}

function outcome({ losses, diverged }: Training): string {
  if (diverged !== null) return `the loss passes a million after step ${String(diverged)}`;
  const last = losses.slice(-25);
  const low = Math.min(...last);
  const high = Math.max(...last);
  const end = at(last, -1);
  if (high > 1.5 * low && end > low * 1.01)
    return `the loss does not settle: over the last 25 steps it was between ${formatted(low)} and ${formatted(high)}`;
  const lowest = Math.min(...losses);
  if (end > 1.2 * lowest)
    return `the loss falls to ${formatted(lowest)} and climbs back to ${formatted(end)}`;
  return `the loss ends at ${formatted(end)}`;
}
