/** What one step computes, with its numbers filled in. u and v are the operands of a node, w its result. */
import { at } from '../shared/at.ts';
import type { Worked } from '../shared/worked.ts';
import { type Amount, amountText, factorText } from './amount.ts';
import type { Result } from './experiment.ts';
import type { Step } from './path.ts';
import type { GraphEdge, GraphNode, Outcome } from './record.ts';
import { pretty, rules, written } from './rules.ts';

export interface Working {
  title: string;
  lines: Worked[];
  /** What else there is to know; empty where there is nothing. */
  remark: string;
}

const letters = { x: 'u', y: 'v', z: 'w' };

/** `step` as it was taken in this result. */
export function workingOf(step: Step, result: Result): Working {
  if (step.kind === 'refused') {
    return refused(at(result.outcomes, step.call), result);
  }
  const node = at(result.nodes, step.node);
  if (step.kind === 'forward') return node.leaf ? givenLeaf(node) : forward(node);
  const terms = result.edges.filter(({ from, recorded }) => from === node.id && recorded);
  return node.leaf === null
    ? backward(node, terms, result)
    : reachedLeaf(node, node.leaf, terms, result, step.pass);
}

function refused({ call }: Outcome, { nodes, freed }: Result): Working {
  const gone = nodes.findLast(({ id, saved }) => freed.includes(id) && saved.length > 0);
  return {
    title: `Backward: ${call} is refused`,
    lines: [],
    remark: gone
      ? `${gone.op} is asked for its local derivative, and what it kept for that is freed.`
      : 'The output has no grad_fn: there is no graph to go back through.',
  };
}

const givenLeaf = ({ name, value, recorded }: GraphNode): Working => ({
  title: `Forward: the leaf ${name}`,
  lines: [],
  remark: `${name} = ${amountText(value)} is given: no operation made it. ${
    recorded
      ? 'AccumulateGrad waits for its gradient.'
      : 'The output does not lead back to it in this mode.'
  }`,
});

function forward(node: GraphNode): Working {
  const { name, op, value, operands, recorded, saved } = node;
  const rule = rules[op]?.forward ?? '';
  const [u, v] = operands.map(({ value }) => factorText(value));
  const numbers = written(rule, { x: u ?? 'u', y: v ?? 'v', z: 'w' });
  return {
    title: `Forward: w = ${pretty(name)}`,
    lines: [
      {
        name: 'w',
        symbols: written(rule, letters),
        numbers,
        result: amountText(value),
        role: 'function',
      },
    ],
    remark: `${legend(node)}${recorded ? recordedWords(op, saved) : 'Computed, but not part of the graph of the output.'}`,
  };
}

function recordedWords(op: string, saved: readonly string[]): string {
  const kept = saved.length === 0 ? 'nothing' : saved.join(' and ');
  return `Recorded as ${op}, which keeps ${kept} for the way back.`;
}

/** u = x*y, v = sin(x). */
const legend = ({ operands }: GraphNode): string => {
  const named = operands.map(({ name }, index) => `${index === 0 ? 'u' : 'v'} = ${pretty(name)}`);
  return named.length === 0 ? '' : `${named.join(', ')}. `;
};

function backward(node: GraphNode, terms: readonly GraphEdge[], result: Result): Working {
  const upstream = node.gradient ?? 0;
  const rule = rules[node.op]?.local ?? [];
  const uses = result.edges.filter(({ to, recorded }) => to === node.id && recorded);
  const sent = uses.map(({ input, local, sent }): Worked => ({
    name: `to ${input === 0 ? 'u' : 'v'}`,
    symbols: `∂f/∂w · ${bracket(written(rule[input] ?? '', letters))}`,
    numbers: `${factorText(upstream)} · ${factorText(local ?? 0)}`,
    result: amountText(sent ?? 0),
    role: 'gradient',
  }));
  const sum = sumLine('∂f/∂w', terms, upstream);
  const first =
    terms.length === 0 ? 'The derivative of the output with respect to itself is 1. ' : '';
  const freed = result.freed.includes(node.id) && node.saved.length > 0;
  return {
    title: `Backward: ${node.op}, w = ${pretty(node.name)}`,
    lines: [...(terms.length > 1 ? [sum] : []), ...sent],
    remark:
      `${first}${legend(node)}${freed ? `It lets go of ${node.saved.join(' and ')}.` : ''}`.trim(),
  };
}

const bracket = (factor: string): string => (/[+−/ ]/.test(factor) ? `(${factor})` : factor);

function reachedLeaf(
  { name, gradient }: GraphNode,
  leaf: 'x' | 'y',
  terms: readonly GraphEdge[],
  { outcomes }: Result,
  pass: number,
): Working {
  const title = `Backward: AccumulateGrad, the leaf ${name}`;
  const before = pass > 1 ? at(outcomes, pass - 2)[leaf] : null;
  const after = at(outcomes, pass - 1)[leaf] ?? gradient ?? 0;
  if (before !== null) {
    const line = sumLine(`${name}.grad`, [{ sent: before }, ...terms], after, true);
    return {
      title,
      lines: [line],
      remark: `${name}.grad is kept, and the new gradient is added to it.`,
    };
  }
  if (terms.length < 2)
    return {
      title,
      lines: [],
      remark: `What arrives is put into ${name}.grad, which was None: ${amountText(after)}.`,
    };
  return { title, lines: [sumLine(`${name}.grad`, terms, after)], remark: '' };
}

function sumLine(
  name: string,
  terms: readonly { sent: Amount | null }[],
  result: Amount,
  again = false,
): Worked {
  const uses = again ? terms.length - 1 : terms.length;
  const arrived = uses > 1 ? `sum over its ${String(uses)} uses` : 'what arrives';
  return {
    name,
    symbols: again ? `what was there + ${arrived}` : arrived,
    numbers: terms.length === 0 ? '1' : terms.map(({ sent }) => factorText(sent ?? 0)).join(' + '),
    result: amountText(result),
    role: 'gradient',
  };
}
