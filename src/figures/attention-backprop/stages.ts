import type { Part } from './parts.ts';

/** One step of either pass: what it reads, what it computes, and the formula. */
export interface Stage {
  title: string;
  /** In letters: "S = Q Kᵀ / (τ√d)". */
  formula: string;
  reads: readonly Part[];
  /** The first is the one that is looked at. */
  gives: readonly Part[];
}

/** From the words to the loss, and back. The same for every sentence and setting. */
export const stages: readonly Stage[] = [
  { title: 'Forward: embed', formula: 'X = E[token] + P', reads: ['E', 'P'], gives: ['X'] },
  {
    title: 'Forward: queries, keys, values',
    formula: 'Q = X Wq, K = X Wk, V = X Wv',
    reads: ['X', 'Wq', 'Wk', 'Wv'],
    gives: ['Q', 'K', 'V'],
  },
  { title: 'Forward: scores', formula: 'S = Q Kᵀ / (τ√d)', reads: ['Q', 'K'], gives: ['S'] },
  { title: 'Forward: mask', formula: 'M = S, −∞ for later tokens', reads: ['S'], gives: ['M'] },
  { title: 'Forward: softmax', formula: 'A = softmax(M), row by row', reads: ['M'], gives: ['A'] },
  { title: 'Forward: output', formula: 'O = A V', reads: ['A', 'V'], gives: ['O'] },
  { title: 'Forward: residual', formula: 'R = X + O Wo', reads: ['X', 'O', 'Wo'], gives: ['R'] },
  {
    title: 'Forward: layer norm',
    formula: 'N = (R − μ)/σ, row by row',
    reads: ['R'],
    gives: ['N'],
  },
  { title: 'Forward: logits', formula: 'Z = N Uᵀ', reads: ['N', 'U'], gives: ['Z'] },
  {
    title: 'Forward: loss',
    formula: 'p = softmax(Z), L = −mean of ln p[target]',
    reads: ['Z'],
    gives: ['p'],
  },
  { title: 'Backward: softmax and loss', formula: 'dZ = (p − y)/T', reads: ['p'], gives: ['dZ'] },
  {
    title: 'Backward: logits',
    formula: 'dN = dZ U, dU = dZᵀ N',
    reads: ['dZ', 'U', 'N'],
    gives: ['dN', 'dU'],
  },
  {
    title: 'Backward: layer norm',
    formula: 'dR = (dN − mean(dN) − N ∘ mean(dN ∘ N))/σ',
    reads: ['dN', 'N'],
    gives: ['dR'],
  },
  {
    title: 'Backward: into the attention',
    formula: 'dO = dR Woᵀ, dWo = Oᵀ dR',
    reads: ['dR', 'Wo', 'O'],
    gives: ['dO', 'dWo'],
  },
  {
    title: 'Backward: output',
    formula: 'dA = dO Vᵀ, dV = Aᵀ dO',
    reads: ['dO', 'V', 'A'],
    gives: ['dA', 'dV'],
  },
  {
    title: 'Backward: softmax and mask',
    formula: 'dS = A ∘ (dA − rowsum(dA ∘ A))',
    reads: ['A', 'dA'],
    gives: ['dS'],
  },
  {
    title: 'Backward: scores',
    formula: 'dQ = dS K/(τ√d), dK = dSᵀ Q/(τ√d)',
    reads: ['dS', 'K', 'Q'],
    gives: ['dQ', 'dK'],
  },
  {
    title: 'Backward: four paths meet in X',
    formula: 'dX = dR + dQ Wqᵀ + dK Wkᵀ + dV Wvᵀ',
    reads: ['dR', 'dQ', 'dK', 'dV', 'Wq', 'Wk', 'Wv'],
    gives: ['dX'],
  },
  {
    title: 'Backward: weights',
    formula: 'dWq = Xᵀ dQ, dWk = Xᵀ dK, dWv = Xᵀ dV',
    reads: ['X', 'dQ', 'dK', 'dV'],
    gives: ['dWq', 'dWk', 'dWv'],
  },
  {
    title: 'Backward: embeddings',
    formula: 'dE[word] = sum of dX over its positions, dP = dX',
    reads: ['dX'],
    gives: ['dE', 'dP'],
  },
];

/** Every matrix that has been computed after so many stages; the drawn ones are there from the start. */
export const knownAfter = (count: number): Part[] => [
  ...(['E', 'P', 'Wq', 'Wk', 'Wv', 'Wo', 'U'] as const),
  ...stages.slice(0, count).flatMap(({ gives }) => gives),
];
