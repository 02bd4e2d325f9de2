import { at } from '../shared/at.ts';
import { formattedVector } from '../shared/text.ts';
import { type Amount, amountText } from './amount.ts';
import type { Params, Result } from './experiment.ts';
import type { GraphNode, Outcome } from './record.ts';
import { pretty } from './rules.ts';
import { workingOf } from './working.ts';

/** The step just taken; at the end, what came of it all. */
export function describe(params: Params, result: Result): string {
  const { now, path, reached, computed } = result;
  const done = reached === path.length;
  if (done || now === null) {
    const text = done ? summary(params, result) : atTheStart(result, computed.length);
    return spoken(text);
  }
  const { title, lines, remark } = workingOf(now, result);
  const equations = lines.map(({ name, numbers, result }) => `${name} = ${numbers} = ${result}`);
  return spoken(`${title}. ${equations.length > 0 ? `${equations.join('; ')}. ` : ''}${remark}`);
}

const spoken = (text: string): string => text.replaceAll('NaN', 'not a number').trim();

const atTheStart = ({ nodes }: Result, computed: number): string =>
  `${String(computed)} of ${String(nodes.length)} values are computed. Step forward to record the graph node by node.`;

function summary(params: Params, result: Result): string {
  return [
    valueWords(params, result),
    graphWords(params, result),
    ...result.outcomes.map(outcomeWords),
    gradientTrouble(result),
    result.kink
      ? 'f has a kink here, so it has no gradient; what is shown is the convention of PyTorch.'
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

const isFinite = (value: Amount): boolean => value !== 'nan' && Number.isFinite(value);

function valueWords({ x, y }: Params, { value, nodes }: Result): string {
  const point = formattedVector([x, y]);
  if (isFinite(value)) return `At ${point} f is ${amountText(value)}.`;
  const first = nodes.find((node) => !isFinite(node.value));
  const where = first ? `: the first value that is not finite is ${pretty(first.name)}` : '';
  return `At ${point} f is ${amountText(value)}${where}.`;
}

function graphWords({ mode }: Params, { nodes }: Result): string {
  const recorded = nodes.filter((node) => node.recorded).length;
  if (nodes.length === 0) return 'The formula has no variable, so that nothing is recorded.';
  if (mode === 'no_grad') return 'Under no_grad nothing is recorded.';
  const count = `${String(recorded)} ${recorded === 1 ? 'node' : 'nodes'}`;
  if (mode !== 'detach') return `The graph has ${count}.`;
  const cut = nodes.find((node) => node.cut);
  if (!cut) return `There is no result before the output to detach; the graph has ${count}.`;
  const remain =
    recorded === 0 ? 'nothing of the graph remains' : `${count} of ${String(nodes.length)} remain`;
  return `${pretty(cut.name)} is detached, and ${remain}: no gradient passes through it.`;
}

/** What came of a call. Of a call that is refused, the message is all that counts. */
function outcomeWords(outcome: Outcome): string {
  const { call, error } = outcome;
  return error === null
    ? `After ${call} ${gradText(outcome)}.`
    : `${call} is refused: ${error.replace(/\.?$/, '.')}`;
}

/** x.grad is 8, y.grad is None. */
const gradText = ({ x, y }: Outcome): string => `x.grad is ${grad(x)}, y.grad is ${grad(y)}`;

const grad = (value: Amount | null): string => (value === null ? 'None' : amountText(value));

function gradientTrouble({ nodes, edges }: Result): string {
  const edge = edges.findLast(
    ({ sent, to }) => sent !== null && !isFinite(sent) && isFinite(at(nodes, to).gradient ?? 0),
  );
  if (!edge) return '';
  const node: GraphNode = at(nodes, edge.to);
  return `The gradient stops being finite at ${node.op}, whose local derivative is ${amountText(edge.local ?? 0)} there.`;
}

/** An amount as its readout shows it. */
export function shownAmount(value: Amount | null): number | string {
  if (value === null) return 'None';
  return value === 'nan' ? 'not a number' : value;
}

/** What the gradient of one pass is for a leaf; null where no gradient arrives. */
export const leafGradient = ({ nodes }: Result, name: 'x' | 'y'): Amount | null =>
  nodes.find(({ leaf }) => leaf === name)?.gradient ?? null;

/** x.grad after the last call that was not refused. */
export const accumulated = ({ outcomes }: Result, name: 'x' | 'y'): Amount | null =>
  outcomes.findLast(({ error }) => error === null)?.[name] ?? null;

export const nodeCount = ({ nodes }: Result): number =>
  nodes.filter(({ recorded }) => recorded).length;

/** Every call with what PyTorch answers. Two calls that read the same are told apart by their number. */
export const answers = ({ outcomes }: Result) =>
  outcomes.map((outcome, index) => ({
    call: outcomes.length > 1 ? `${outcome.call}  # ${String(index + 1)}` : outcome.call,
    refused: outcome.error !== null,
    text: outcome.error ?? gradText(outcome).replaceAll(' is ', ' = '),
  }));
