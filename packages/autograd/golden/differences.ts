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
    why: 'of several faults another one is named',
    problem: /unsupported operation: more than one[^]*got[^]*RuntimeError: (output with|The size)/,
  },
  {
    why: 'an index tensor may not write to an expanded tensor',
    code: /\] = /,
    problem: /got[^]*RuntimeError: unsupported operation: more than one element/,
  },
  {
    why: 'a tensor copied onto itself is written to like any other',
    code: /(t\d+)\.copy_\(\1\)/,
    problem: /got[^]*RuntimeError: unsupported operation: more than one element/,
  },
  {
    why: 'elu at NaN depends on the width of PyTorch’s vectors',
    code: /F\.s?elu\(/,
    problem: NOT_FINITE,
  },
  { why: 'layer_norm of infinities is a composition', code: /layer_norm/, problem: NOT_FINITE },
  {
    why: 'clamp by bounds of more dimensions than x fails in 1.13',
    code: /clamp\(x, y/,
    problem: /output with shape/,
  },
  {
    why: 'products of no elements have one dtype too',
    code: /mm\(|mv\(|@/,
    problem: /^RuntimeError: expected scalar type/,
  },
  {
    why: 'the node of reshape and flatten is ViewBackward0, as in PyTorch 2',
    problem: /ReshapeAlias/,
  },
  {
    why: 'a gradient that depends on no x does not require grad',
    code: /relu|\*\*/,
    problem: /True[^]*got[^]*False|got[^]*doesn't require grad/,
  },
  {
    why: 'of several faults another one is named',
    problem: /shapes cannot be multiplied[^]*got[^]*Expected size for/,
  },
  {
    why: 'diag beyond the corner of a matrix is empty',
    code: /diag\(/,
    problem: /multiplication overflow/,
  },
  { why: 'softplus at its threshold itself is curved', code: /softplus/, problem: /second/ },
  { why: 'infinite gradients of determinants', code: /linalg\./, problem: NOT_FINITE },
  {
    why: 'operands in place may overlap in memory',
    problem: /some elements of the input tensor and the written-to tensor refer to a single memory/,
  },
  {
    why: 'a gradient is no view made without recording, but may be expanded and not to be written to',
    problem:
      /A view was created in no_grad mode[^]*got|got[^]*more than one element|more than one element[^]*got/,
  },
  {
    why: 'hooks of leaves run in grad too, as in PyTorch 2',
    code: /register_hook[^]*\.grad\(/,
    problem: /hook/,
  },
  {
    why: 'of several faults another one is named',
    problem: /(grad can be|Output 0 of)[^]*got[^]*(Output 0 of|element 0 of)/,
  },
  { why: 'hardtanh at NaN depends on the width of PyTorch’s vectors', code: /hardtanh/ },
  {
    why: 'a vector of logits takes a 0-dim target only',
    code: /nll_loss/,
    problem: /size mismatch/,
  },
  { why: 'clamp between tensors gives NaN no gradient', code: /clamp\(x, y, z\)/ },
  { why: 'pad of one size is checked with those of others in 1.13', code: /F\.pad/ },
  { why: 'no elements are no excuse', problem: /^RuntimeError: (ZeroDivisionError|self and mat2)/ },
  { why: 'float32 second derivatives of gelu differ in rounding', code: /gelu/, problem: /second/ },
  {
    why: 'results are row-major, whatever the strides of the operands',
    problem: /view size is not compatible/,
  },
  {
    why: 'of several faults another one is named',
    problem: /Output 0 of[^]*got[^]*Tensors must have/,
  },
  {
    why: 'operands in place may overlap in memory',
    code: /narrow[^]*_\(t\d+\)/,
    problem: /^expected(?![^]*Error)/,
  },
  {
    why: 'windows of max_pool1d wholly outside have no gradient',
    code: /max_pool1d/,
    problem: /grads/,
  },
];

/** Why a call or a program may differ so, or null. */
export function explanationOf(code: string, problem: string): string | null {
  const found = differences.find(
    (one) => (one.code?.test(code) ?? true) && (one.problem?.test(problem) ?? true),
  );
  return found?.why ?? null;
}
