/** A kind of difference that stays, and where it shows: in the call or program, and in what went wrong. */
interface Difference {
  readonly why: string;
  readonly code?: RegExp;
  readonly problem?: RegExp;
}

const NOT_FINITE = /(expected|got) "?-?(NaN|Infinity)/;

/** In the order of the README's table, which says more. */
const differences: readonly Difference[] = [
  {
    why: 'second derivatives at or beside NaN, infinities and zeros are products in another order',
    problem: new RegExp(`second\\..*${NOT_FINITE.source}`),
  },
  {
    why: 'var and std of one number, or over dim=[], are at fault in 1.13',
    code: /\.(var|std)\(/,
  },
  { why: 'the gradient of trace is at fault in 1.13', code: /\.trace\(/ },
  { why: 'logsumexp over dim=[] is at fault in 1.13', code: /logsumexp\(dim=\[\]/ },
  { why: 'x.mT of a 0-dim tensor is refused, as in PyTorch 2', code: /\.mT/ },
  {
    why: 'smooth_l1_loss with beta 0 has the slope of l1_loss, 0 where both are equal',
    code: /smooth_l1_loss.*beta=0/,
  },
  {
    why: 'binary_cross_entropy_with_logits is infinite, not NaN, at infinite logits',
    code: /binary_cross_entropy_with_logits/,
    problem: NOT_FINITE,
  },
  {
    why: 'cumprod beside zeros adds up products, and so keeps NaN and infinities apart',
    code: /cumprod\(/,
    problem: new RegExp(`grads\\..*${NOT_FINITE.source}`),
  },
  {
    why: 'max_pool1d complains alike whether or not a gradient is wanted',
    code: /max_pool1d/,
    problem: /pad|stride|kernel|output size/i,
  },
  {
    why: 'of several faults another one is named',
    problem: /^Mismatch: error\.(message|type): /,
  },
  {
    why: 'operands in place may overlap in memory',
    problem: /some elements of the input tensor and the written-to tensor refer to a single memory/,
  },
];

/** Why a call or a program may differ so, or null. */
export function explanationOf(code: string, problem: string): string | null {
  const found = differences.find(
    (one) => (one.code?.test(code) ?? true) && (one.problem?.test(problem) ?? true),
  );
  return found?.why ?? null;
}
