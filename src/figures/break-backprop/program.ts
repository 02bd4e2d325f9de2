import { at } from '../shared/at.ts';
import { printed, programText, python } from '../shared/program.ts';
import { type Params, type Result, bias } from './experiment.ts';
import { type Fault, input, target } from './tape.ts';

const n = (value: number) => printed(value + 0, '.6g');

/** A tape in plain Python with the same fault, beside PyTorch's own gradients. */
export function program(params: Params, { rows, maxError, training }: Result): string {
  const { losses, diverged } = training.faulty;
  const outcome =
    diverged === null
      ? `loss after ${String(losses.length - 1)} steps: ${n(at(losses, -1))}`
      : `the loss passed a million after step ${String(diverged)}`;
  return programText(source(params), [
    ...rows.map(({ name, right, faulty }) => `${name}: right ${n(right)}, faulty ${n(faulty)}`),
    `largest error: ${n(maxError)}`,
    outcome,
  ]);
}

const source = ({ fault, w, rate }: Params): string[] => [
  'import torch',
  '',
  `fault = "${fault}"`,
  `x, target, rate = ${python(input)}, ${python(target)}, ${python(rate)}`,
  '',
  '',
  ...recordLines(fault),
  '',
  '',
  ...backwardLines(fault),
  '',
  '',
  '# The truth: PyTorch’s own backward pass.',
  `w = torch.tensor(${python(w)}, dtype=torch.float64, requires_grad=True)`,
  `b = torch.tensor(${python(bias)}, dtype=torch.float64, requires_grad=True)`,
  'm = w * x',
  's = m + b',
  'r = s * s',
  'y = s + r',
  'L = (y - target) ** 2',
  'nodes = {"w": w, "b": b, "m": m, "s": s, "r": r, "y": y, "L": L}',
  'right = dict(zip(nodes, torch.autograd.grad(L, list(nodes.values()))))',
  '',
  '# The fault: two passes at the same point, then a training run.',
  'kept = {"w": 0.0, "b": 0.0}',
  'for _ in range(2):',
  '    faulty = backward(*record(w.item(), b.item()), kept)',
  ...(fault === 'no zero_grad' ? [] : ['    kept = {"w": 0.0, "b": 0.0}  # zero_grad']),
  'for name in nodes:',
  '    print(f"{name}: right {right[name].item() + 0.0:.6g}, faulty {faulty[name] + 0.0:.6g}")',
  'error = max(abs(faulty[name] - right[name].item()) for name in nodes)',
  'print(f"largest error: {error:.6g}")',
  '',
  'w, b = w.item(), b.item()',
  'kept = {"w": 0.0, "b": 0.0}',
  'for step in range(101):',
  '    values, tape = record(w, b)',
  '    if not values["L"] < 1e6:',
  '        print(f"the loss passed a million after step {step}")',
  '        break',
  '    gradients = backward(values, tape, kept)',
  ...(fault === 'no zero_grad' ? [] : ['    kept = {"w": 0.0, "b": 0.0}  # zero_grad']),
  '    w, b = w - rate * gradients["w"], b - rate * gradients["b"]',
  'else:',
  '    print(f"loss after 100 steps: {values[\'L\']:.6g}")',
];

/** Each entry of the tape: a node, and for each of its inputs the local derivative. */
const recordLines = (fault: Fault): string[] => [
  'def record(w, b):',
  '    m = w * x',
  '    s = m + b',
  '    r = s * s',
  '    y = s + r',
  '    values = {"w": w, "b": b, "m": m, "s": s, "r": r, "y": y, "L": (y - target) ** 2}',
  '    tape = [',
  '        ("w", []),',
  '        ("b", []),',
  '        ("m", [("w", x)]),',
  '        ("s", [("m", 1.0), ("b", 1.0)]),',
  fault === 'detached branch'
    ? '        ("r", [("s", s)]),  # s * s.detach(): one use is not recorded'
    : '        ("r", [("s", s), ("s", s)]),',
  '        ("y", [("s", 1.0), ("r", 1.0)]),',
  '        ("L", [("y", 2 * (y - target))]),',
  '    ]',
  '    return values, tape',
];

const backwardLines = (fault: Fault): string[] => [
  'def backward(values, tape, kept):',
  '    gradients = {name: 0.0 for name in values}',
  '    gradients["L"] = 1.0',
  ...(fault === 'wrong order'
    ? [
        '    inputs_of = dict(tape)',
        '    order = ["L"]  # as nodes are met: s before r has sent its part',
        '    for name in order:',
        '        order += [one for one, _ in inputs_of[name] if one not in order]',
        '    for name in dict.fromkeys(order):',
        '        inputs = inputs_of[name]',
      ]
    : ['    for name, inputs in reversed(tape):']),
  '        for one, slope in inputs:',
  fault === 'overwrite instead of add'
    ? '            gradients[one] = gradients[name] * slope  # = where += belongs'
    : '            gradients[one] += gradients[name] * slope',
  '    for name in kept:',
  '        kept[name] = gradients[name] = kept[name] + gradients[name]',
  '    return gradients',
];
