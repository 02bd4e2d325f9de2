import { printed, programText, python } from '../shared/program.ts';
import type { Params, Result } from './experiment.ts';
import { type Part, values } from './parts.ts';

/** The block in PyTorch, its gradients by autograd and by hand, and every number of the figure. */
export function program(params: Params, result: Result): string {
  const all: Part[] = values.flatMap((name) => [name, `d${name}` as const]);
  return programText(
    [...setup(params, result), ...forward(params), ...backward, ...print],
    [
      `loss = ${printed(result.loss)}`,
      'by hand as by autograd: True',
      ...all.flatMap((part) => [part, ...result.matrices[part].map(line)]),
    ],
  );
}

const line = (row: readonly (number | null)[]): string =>
  row.map((value) => printed(Number((value ?? 0).toFixed(6)) + 0, '11.6f')).join('');

function setup({ temperature, width, seed }: Params, { task }: Result): string[] {
  const quoted = (words: readonly string[]) => words.map((word) => `"${word}"`).join(', ');
  const words = [...task.tokens, task.targets.at(-1) ?? ''];
  return [
    'import math',
    'import torch',
    'import torch.nn.functional as F',
    '',
    `torch.manual_seed(${String(Math.round(seed))})`,
    `words = [${quoted(words)}]`,
    'vocabulary = list(dict.fromkeys(words))  # each word once',
    'ids = torch.tensor([vocabulary.index(word) for word in words])',
    'tokens, targets = ids[:-1], ids[1:]',
    `T, D, d, tau = len(tokens), 4, ${String(Math.round(width))}, ${python(temperature)}`,
    '',
    '',
    'def leaf(rows, columns, by):',
    '    return (torch.randn(rows, columns).double() / by).requires_grad_()',
    '',
    '',
    'E, P = leaf(len(vocabulary), D, 1), leaf(T, D, 2)',
    'Wq, Wk, Wv = leaf(D, d, 2), leaf(D, d, 2), leaf(D, d, 2)',
    'Wo, U = leaf(d, D, math.sqrt(d)), leaf(len(vocabulary), D, 2)',
    'scale = 1 / (tau * math.sqrt(d))',
    '',
  ];
}

const forward = ({ causal }: Params): string[] => [
  'X = F.embedding(tokens, E) + P',
  'Q, K, V = X @ Wq, X @ Wk, X @ Wv',
  'S = Q @ K.T * scale',
  ...(causal === 'yes'
    ? [
        'later = torch.ones(T, T, dtype=torch.bool).triu(1)',
        'A = S.masked_fill(later, -math.inf).softmax(-1)',
      ]
    : ['A = S.softmax(-1)']),
  'O = A @ V',
  'R = X + O @ Wo',
  'N = F.layer_norm(R, [D])',
  'Z = N @ U.T',
  'loss = F.cross_entropy(Z, targets)',
  'named = {"E": E, "P": P, "X": X, "Wq": Wq, "Wk": Wk, "Wv": Wv,',
  '         "Q": Q, "K": K, "V": V, "S": S, "A": A, "O": O, "Wo": Wo,',
  '         "R": R, "N": N, "U": U, "Z": Z}',
  'found = torch.autograd.grad(loss, list(named.values()))',
  'autograd = dict(zip(named, found))',
  '',
];

const backward = [
  'with torch.no_grad():  # the same by hand',
  '    y = F.one_hot(targets, len(vocabulary))',
  '    dZ = (Z.softmax(-1) - y) / T',
  '    dU, dN = dZ.T @ N, dZ @ U',
  '    sigma = (R.var(-1, keepdim=True, unbiased=False) + 1e-5).sqrt()',
  '    along = (dN * N).mean(-1, keepdim=True)',
  '    dR = (dN - dN.mean(-1, keepdim=True) - N * along) / sigma',
  '    dWo, dO = O.T @ dR, dR @ Wo.T',
  '    dV, dA = A.T @ dO, dO @ V.T',
  '    dS = A * (dA - (dA * A).sum(-1, keepdim=True))',
  '    dQ, dK = dS @ K * scale, dS.T @ Q * scale',
  '    dX = dR + dQ @ Wq.T + dK @ Wk.T + dV @ Wv.T',
  '    dWq, dWk, dWv = X.T @ dQ, X.T @ dK, X.T @ dV',
  '    dP, dE = dX, torch.zeros_like(E).index_add(0, tokens, dX)',
  'by_hand = {"E": dE, "P": dP, "X": dX, "Wq": dWq, "Wk": dWk, "Wv": dWv,',
  '           "Q": dQ, "K": dK, "V": dV, "S": dS, "A": dA, "O": dO,',
  '           "Wo": dWo, "R": dR, "N": dN, "U": dU, "Z": dZ}',
  'same = all(torch.allclose(by_hand[name], autograd[name], 1e-9, 1e-12)',
  '           for name in named)',
  '',
];

const print = [
  'print(f"loss = {loss.item():.6g}")',
  'print("by hand as by autograd:", same)',
  'for name in named:',
  '    for title, matrix in ((name, named[name]), ("d" + name, autograd[name])):',
  '        print(title)',
  '        for row in matrix.tolist():',
  '            print("".join(f"{round(value, 6) + 0.0:11.6f}" for value in row))',
];
