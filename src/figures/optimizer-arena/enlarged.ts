import type { PlotWindow, Position } from '../shared/contract.ts';
import type { Split } from './optimizers.ts';

interface Segment {
  from: Position;
  to: Position;
}

/** One step, drawn from the origin in a picture of its own: its parts from tip to tail. */
export interface Enlarged {
  /** The newest gradient, earlier gradients, weight decay; null for one that is not there. */
  gradient: Segment | null;
  momentum: Segment | null;
  decay: Segment | null;
  /** The whole step. */
  step: Segment;
  /** Where gradient and momentum point without scaling, as long as the step; null where that is the same way. */
  unscaled: Segment | null;
  scale: Position | null;
  window: PlotWindow;
}

const origin: Position = { x: 0, y: 0 };
const plus = (a: Position, b: Position): Position => ({ x: a.x + b.x, y: a.y + b.y });
const length = ({ x, y }: Position): number => Math.hypot(x, y);

/** A step in its parts. */
export function enlarged({ gradient, momentum, decay, unscaled, scale }: Split): Enlarged {
  const afterGradient = gradient;
  const afterMomentum = plus(afterGradient, momentum);
  const end = plus(afterMomentum, decay);
  const straight = resized(unscaled, length(end));
  const half = halfWidth([afterGradient, afterMomentum, end]);
  const range = { min: -half, max: half };
  return {
    gradient: segment(origin, afterGradient),
    momentum: segment(afterGradient, afterMomentum),
    decay: segment(afterMomentum, end),
    step: { from: origin, to: end },
    unscaled:
      straight && length(difference(straight, end)) > 1e-6 * length(end)
        ? { from: origin, to: straight }
        : null,
    scale,
    window: { x: range, y: range },
  };
}

const difference = (a: Position, b: Position): Position => ({ x: a.x - b.x, y: a.y - b.y });

const segment = (from: Position, to: Position): Segment | null =>
  from.x === to.x && from.y === to.y ? null : { from, to };

function resized(vector: Position, wanted: number): Position | null {
  const now = length(vector);
  return now > 0 ? { x: (vector.x / now) * wanted, y: (vector.y / now) * wanted } : null;
}

/** The smallest of 1, 2 and 5 times powers of ten that leaves some room around all of them. */
function halfWidth(tips: readonly Position[]): number {
  const reach = 1.15 * Math.max(...tips.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]));
  if (!(reach > 1e-12)) return 1e-12;
  const power = 10 ** Math.floor(Math.log10(reach));
  const lead = reach / power;
  return Number((power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10)).toPrecision(1));
}
