"""Random calls of single operations: the call, its result, gradients and their gradients, or what it raises."""

import math
import warnings

import torch
import torch.nn.functional as F

from .chance import DTYPES

UNARY = """abs neg exp exp2 expm1 log log2 log10 log1p sqrt rsqrt square reciprocal sign floor ceil trunc round sin cos
tan asin acos atan sinh cosh tanh asinh acosh atanh sigmoid erf relu isnan isinf isfinite logical_not""".split()
ACTIVATIONS = ["logsigmoid", "leaky_relu", "elu", "selu", "gelu", "silu", "mish", "softplus", "softsign", "hardtanh", "relu"]
BINARY = "add sub mul div pow atan2 maximum minimum fmod remainder hypot eq ne lt le gt ge logical_and logical_or logical_xor".split()
LOSSES = "mse_loss l1_loss smooth_l1_loss huber_loss".split()


def text(value):
    if isinstance(value, float):
        return {math.inf: "inf", -math.inf: "-inf"}.get(value, "torch.nan" if math.isnan(value) else repr(value))
    return repr(value)


def keywords(r, **options):
    """Some of the options, as text."""
    return "".join(f", {name}={text(value)}" for name, value in options.items() if r.maybe(0.5))


def number(r):
    """Floats have a fraction: JavaScript does not tell 2.0 from 2."""
    return r.choice([1.5, -0.5, 2.5, 0.5, 0.1, 2, 3, -1, 0, 1] + ([math.inf, -math.inf, math.nan] if r.maybe(0.1) else []))


def unary(r):
    return f"torch.{r.choice(UNARY)}(x)", {"x": r.tensor(r.shape())}


def activation(r):
    name = r.choice(ACTIVATIONS)
    extra = {"leaky_relu": keywords(r, negative_slope=0.2), "elu": keywords(r, alpha=1.5), "gelu": keywords(r, approximate="tanh"),
             "softplus": keywords(r, beta=2.0, threshold=3.0), "hardtanh": keywords(r, min_val=-0.5, max_val=1.5)}.get(name, "")
    return f"F.{name}(x{extra})", {"x": r.tensor(r.shape(), r.choice(["float64", "float32"]))}


def binary(r):
    name = r.choice(BINARY)
    shape = r.shape()
    x, y = r.tensor(shape), r.tensor(r.like(shape))
    if r.maybe(0.3):
        if name in ("maximum", "minimum", "atan2", "hypot", "logical_and", "logical_or", "logical_xor"):
            name = "mul"
        if r.maybe(0.3) and name in ("add", "sub", "mul", "div"):
            return {"add": "{} + x", "sub": "{} - x", "mul": "{} * x", "div": "{} / x"}[name].format(text(number(r))), {"x": x}
        return f"torch.{name}(x, {text(number(r))})", {"x": x}
    extra = ""
    if name in ("add", "sub"):
        extra = keywords(r, alpha=r.choice([2, -1, 0, 3]))
    if name == "div":
        extra = keywords(r, rounding_mode=r.choice(["floor", "trunc"]))
    return f"torch.{name}(x, y{extra})", {"x": x, "y": y}


def reduction(r):
    name = r.choice("sum mean prod amax amin max min argmax argmin any all logsumexp var std norm median".split())
    x = r.tensor(r.shape())
    rank = x.dim()
    keep = keywords(r, keepdim=True)
    if name in ("sum", "mean", "amax", "amin", "var", "std"):
        dims = "" if r.maybe(0.3) else f"dim={r.dims(rank)}" + keep
        extra = ", unbiased=False" if name in ("var", "std") and r.maybe(0.3) and dims else ""
        return f"x.{name}({dims}{extra})", {"x": x}
    if name == "logsumexp":
        return f"x.logsumexp(dim={r.dims(rank)}{keep})", {"x": x}
    if name == "norm":
        p = r.choice([1, 2, 3, 0, 0.5, 1.5, math.inf, -math.inf, -1])
        return (f"x.norm({text(p)})" if r.maybe(0.4) else f"x.norm({text(p)}, dim={r.dims(rank)}{keep})"), {"x": x}
    return (f"x.{name}()" if r.maybe(0.3) else f"x.{name}(dim={r.dim(rank)}{keep})"), {"x": x}


def scan(r):
    name = r.choice("cumsum cumprod sort topk softmax log_softmax".split())
    x = r.tensor(r.shape())
    d = r.dim(x.dim())
    if name == "sort":
        return f"x.sort(dim={d}{keywords(r, descending=True)}, stable=True)", {"x": x}
    if name == "topk":
        x = r.tensor(r.shape(1), edgy=False)
        x = (x if x.dtype == torch.bool else x + torch.arange(x.numel()).reshape(x.shape) * 8).to(x.dtype)
        return f"x.topk({r.randint(0, 4)}, dim={r.dim(x.dim())}{keywords(r, largest=False)})", {"x": x}
    return f"x.{name}({d})", {"x": x}


def movement(r):
    x = r.tensor(r.shape())
    rank, d = x.dim(), None
    d = r.dim(rank)
    order = list(range(rank))
    r.shuffle(order)
    sizes = [-1 if r.maybe(0.3) else (r.randint(1, 3) if s == 1 else s) for s in x.shape]
    calls = [f"x.transpose({d}, {r.dim(rank)})", f"x.permute({order})", f"x.unsqueeze({r.dim(rank + 1)})", "x.squeeze()", f"x.squeeze({d})",
             f"x.flatten()", f"x.flatten({d}, {r.dim(rank)})", f"x.flip([{d}])", f"x.roll({r.randint(-2, 3)}, {d})", f"x.roll({r.randint(-2, 3)})",
             f"x.expand({[r.randint(1, 2)] * r.randint(0, 1) + sizes})", f"x.repeat({[r.randint(0, 2) for _ in range(rank + r.randint(0, 1))]})",
             f"x.tile({[r.randint(1, 2) for _ in range(r.randint(1, 2))]})", "x.reshape(-1)", f"x.reshape({r.choice([[2, -1], [-1, 3], [1, -1, 1], [6], [-1, 0]])})",
             f"x.narrow({d}, {r.randint(-2, 2)}, {r.randint(0, 2)})", f"x.select({d}, {r.randint(-3, 2)})", f"x.unbind({d})", f"x.split({r.randint(0, 3)}, {d})",
             f"x.chunk({r.randint(1, 3)}, {d})", f"x.tril({r.randint(-2, 2)})", f"x.triu({r.randint(-2, 2)})", f"torch.diag(x, {r.randint(-2, 2)})", "x.trace()", "x.t()", "x.T", "x.mT"]
    return r.choice(calls), {"x": x}


def indexing(r):
    x = r.tensor(r.shape(1))
    size = x.shape[0]
    row = torch.tensor([r.randint(-size, size - 1 if not r.maybe(0.05) else size) for _ in range(r.randint(0, 3))], dtype=torch.int64) if size else torch.zeros(0, dtype=torch.int64)
    mask = r.tensor(list(x.shape), "bool")
    part = lambda: r.choice([str(r.randint(-3, 2)), ":", "None", "...", f"{r.randint(-2, 1)}:", f":{r.randint(-2, 3)}", f"::{r.randint(1, 3)}", f"{r.randint(-3, 0)}:{r.randint(-1, 3)}"])
    parts = [part() for _ in range(r.randint(1, 3))]
    if parts.count("...") > 1:
        parts = ["..."]
    index = torch.tensor([[r.randint(0, max(s - 1, 0)) for _ in range(2)] for s in [size]], dtype=torch.int64)
    calls = [(f"x[{', '.join(parts)}]", {}), ("x[i]", {"i": row}), ("x[m]", {"m": mask}), ("x.masked_select(m)", {"m": mask}),
             (f"x.masked_fill(m, {r.randint(-1, 2)})", {"m": mask}), ("x.index_select(0, i)", {"i": row.abs()}), ("x[..., i]", {"i": row.abs()})]
    if x.dim() == 1:
        calls.append((f"x.gather(0, i)", {"i": index[0]}))
    call, more = r.choice(calls)
    return call, {"x": x, **more}


def joining(r):
    shape = r.shape(0 if r.maybe(0.1) else 1)
    x, y = r.tensor(shape), r.tensor(shape if r.maybe(0.8) else r.like(shape))
    name = r.choice(["cat", "stack", "where"])
    if name == "where":
        return "torch.where(c, x, y)", {"x": x, "y": y, "c": r.tensor(r.like(shape), "bool")}
    return f"torch.{name}([x, y], {r.dim(len(shape) + (name == 'stack'))})", {"x": x, "y": y}


def product(r):
    dtype = r.choice(["float64", "float64", "float32"])
    n, k, m = (r.randint(0 if r.maybe(0.1) else 1, 3) for _ in range(3))
    inner = k if r.maybe(0.93) else k + 1
    lead = r.shape(0, 2)
    edgy = r.maybe(0.1)
    pick = r.choice(["mm", "mv", "dot", "outer", "bmm", "matmul", "addmm", "linear", "einsum"])
    T = lambda *shape: r.tensor(list(shape), dtype if r.maybe(0.97) else r.dtype(), edgy)
    if pick == "matmul":
        return "x @ y", {"x": T(*r.choice([[k], [n, k], lead + [n, k]])), "y": T(*r.choice([[inner], [inner, m], r.like(lead) + [inner, m]]))}
    if pick == "addmm":
        return f"torch.addmm(z, x, y{keywords(r, beta=r.choice([0, 2, 0.5]), alpha=r.choice([0, 2, -1]))})", {"z": T(*r.choice([[n, m], [m], [1, m], []])), "x": T(n, k), "y": T(inner, m)}
    if pick == "linear":
        return r.choice([("F.linear(x, y)", {"x": T(*lead, k), "y": T(m, inner)}), ("F.linear(x, y, z)", {"x": T(*lead, k), "y": T(m, inner), "z": T(m)})])
    if pick == "einsum":
        return r.choice([("torch.einsum('ij,jk->ik', x, y)", {"x": T(n, k), "y": T(inner, m)}), ("torch.einsum('ii', x)", {"x": T(n, n if r.maybe(0.8) else k)}),
                         ("torch.einsum('i,j', x, y)", {"x": T(n), "y": T(m)}), ("torch.einsum('bi,bj->bij', x, y)", {"x": T(n, k), "y": T(n, m)}), ("torch.einsum('...i->...', x)", {"x": T(*lead, k)})])
    shapes = {"mm": ([n, k], [inner, m]), "mv": ([n, k], [inner]), "dot": ([k], [inner]), "outer": ([n], [m]), "bmm": ([n, m, k], [n, inner, 2])}[pick]
    return f"torch.{pick}(x, y)", {"x": T(*shapes[0]), "y": T(*shapes[1])}


def loss(r):
    name = r.choice(LOSSES)
    shape = r.shape()
    dtype = r.choice(["float64", "float64", "float32"])
    extra = {"smooth_l1_loss": keywords(r, beta=r.choice([0.5, 0.0, 2.0, -1.0])), "huber_loss": keywords(r, delta=r.choice([0.5, 2.0, 0.0]))}.get(name, "")
    return f"F.{name}(x, y{keywords(r, reduction=r.choice(['sum', 'none', 'mean']))}{extra})", {"x": r.tensor(shape, dtype), "y": r.tensor(shape, dtype)}


def classes(r):
    n, c = r.randint(1, 3), r.randint(1, 4)
    rest = r.shape(0, 2) if r.maybe(0.3) else []
    rest = [max(s, 1) for s in rest]
    shape = [c] if r.maybe(0.1) else [n, c] + rest
    target = ([] if len(shape) == 1 else [n] + rest)
    if r.maybe(0.08):
        target = r.shape()
    x = r.tensor(shape, r.choice(["float64", "float64", "float32"]), edgy=r.maybe(0.05))
    y = torch.tensor([r.randint(0, c - 1 if not r.maybe(0.02) else c) for _ in range(math.prod(target))], dtype=torch.int64).reshape(target)
    inputs = {"x": x, "y": y}
    extra = keywords(r, reduction=r.choice(["sum", "none", "mean"]), ignore_index=r.randint(-1, 2))
    if r.maybe(0.3):
        inputs["w"] = torch.tensor([0.5 + i for i in range(c if not r.maybe(0.1) else c + 1)], dtype=x.dtype)
        extra += ", weight=w"
    name = r.choice(["nll_loss", "cross_entropy"])
    if name == "cross_entropy":
        extra += keywords(r, label_smoothing=r.choice([0.1, 0.5, 0.0, -0.1, 1.5] if r.maybe(0.3) else [0.1]))
        if r.maybe(0.25):
            inputs["y"] = r.tensor(shape, str(x.dtype).replace("torch.", ""), edgy=False).abs()
    return f"F.{name}(x, y{extra})", inputs


def probabilities(r):
    shape = r.shape()
    x, y = (torch.rand(shape, dtype=torch.float64) for _ in range(2))
    extra = keywords(r, reduction=r.choice(["sum", "none", "mean"]))
    name = r.choice(["binary_cross_entropy", "binary_cross_entropy_with_logits", "kl_div"])
    if name == "binary_cross_entropy":
        x = x.round(decimals=1) if r.maybe(0.3) else x
    elif name == "kl_div":
        x, y = x.log(), y.round(decimals=0) if r.maybe(0.3) else y
        extra = keywords(r, reduction=r.choice(["sum", "none", "mean", "batchmean"])) + keywords(r, log_target=True)
    else:
        x = r.tensor(shape, "float64")
    return f"F.{name}(x, y{extra})", {"x": x, "y": y}


def layer(r):
    pick = r.choice(["layer_norm", "batch_norm", "conv1d", "max_pool1d", "avg_pool1d", "pad", "normalize", "cosine_similarity", "embedding", "one_hot", "clamp", "lerp"])
    T = lambda *shape: r.tensor(list(shape), "float64", edgy=False)
    n, c, l = r.randint(1, 3), r.randint(1, 3), r.randint(1, 5)
    if pick == "layer_norm":
        size = [l + 1] if r.maybe(0.9) else r.shape(0, 2)
        return r.choice([(f"F.layer_norm(x, {size})", {"x": T(n, c, l + 1)}), (f"F.layer_norm(x, {size}, w, b)", {"x": T(n, l + 1), "w": T(l + 1), "b": T(l + 1)})])
    if pick == "batch_norm":
        return "F.batch_norm(x, m, v)", {"x": T(n, c, l), "m": T(c), "v": T(c).abs() + 0.5}
    if pick == "conv1d":
        g = r.choice([1, 1, 2])
        return f"F.conv1d(x, w{keywords(r, stride=r.randint(1, 2), padding=r.randint(0, 2), dilation=r.randint(1, 2))}, groups={g})", {"x": T(n, c * g, l), "w": T(2, c if r.maybe(0.95) else c + 1, r.randint(1, 3))}
    if pick in ("max_pool1d", "avg_pool1d"):
        x = r.tensor([n, c, l] if r.maybe(0.9) else r.shape(1, 4), "float64", edgy=False)
        x = x + torch.arange(x.numel()).reshape(x.shape) / 64
        options = dict(stride=r.randint(0 if r.maybe(0.1) else 1, 3), padding=r.randint(-1 if r.maybe(0.1) else 0, 2), ceil_mode=True)
        options["dilation" if pick == "max_pool1d" else "count_include_pad"] = 2 if pick == "max_pool1d" else False
        return f"F.{pick}(x, {r.randint(0 if r.maybe(0.05) else 1, 4)}{keywords(r, **options)})", {"x": x}
    if pick == "pad":
        return f"F.pad(x, {[r.randint(-1, 2) for _ in range(r.choice([1, 2, 2, 4]))]}{keywords(r, value=1.5)})", {"x": T(*r.shape(1))}
    if pick == "normalize":
        return f"F.normalize(x{keywords(r, p=r.choice([1, 2, 3]), dim=r.dim(2))})", {"x": T(n, c)}
    if pick == "cosine_similarity":
        return f"F.cosine_similarity(x, y{keywords(r, dim=r.dim(2))})", {"x": T(n, c), "y": T(n, c)}
    if pick == "embedding":
        i = torch.tensor([r.randint(0, 2 if not r.maybe(0.05) else 3) for _ in range(n)])
        return f"F.embedding(i, w{keywords(r, padding_idx=r.randint(-4 if r.maybe(0.1) else -3, 2))})", {"i": i, "w": T(3, c)}
    if pick == "one_hot":
        return r.choice(["F.one_hot(i)", f"F.one_hot(i, {r.randint(1, 4)})"]), {"i": torch.tensor([r.randint(0 if r.maybe(0.9) else -1, 3) for _ in range(n)])}
    x = r.tensor(r.shape())
    if pick == "lerp":
        return f"torch.lerp(x, y, {r.choice([0.5, 2.0, 0.0])})", {"x": x, "y": r.tensor(r.like(list(x.shape)), str(x.dtype).replace("torch.", ""))}
    if r.maybe(0.4):
        return r.choice(["torch.clamp(x, y, z)", "torch.clamp(x, min=y)", "torch.clamp(x, max=y)"]), {"x": x, "y": r.tensor(r.like(list(x.shape))), "z": r.tensor(r.like(list(x.shape)))}
    return f"x.clamp(min={text(r.choice([number(r), None]))}, max={text(number(r))})", {"x": x}


def linear_algebra(r):
    n, m = r.randint(1, 4), r.randint(1, 4)
    lead = r.shape(0, 1) if r.maybe(0.2) else []
    A = r.tensor(lead + [n, n if r.maybe(0.95) else m], "float64", edgy=False) + 0.37 * torch.rand(lead + [n, 1], dtype=torch.float64)
    B = torch.rand(lead + [n, m], dtype=torch.float64) * 4 - 2
    spd = lambda: (B @ B.mT) + torch.diag(torch.arange(1, n + 1, dtype=torch.float64))
    pick = r.choice(["det", "inv", "slogdet", "solve", "svdvals", "cholesky", "eigvalsh", "matrix_norm", "vector_norm", "norm", "cross"])
    if pick == "solve":
        return "torch.linalg.solve(x, y)", {"x": A, "y": B}
    if pick in ("cholesky", "eigvalsh"):
        return f"torch.linalg.{pick}(x)", {"x": spd()}
    if pick == "svdvals":
        return "torch.linalg.svdvals(x)", {"x": B}
    if pick == "matrix_norm":
        return f"torch.linalg.matrix_norm(x, {text(r.choice(['fro', 'nuc', 1, -1, 2, -2, math.inf, -math.inf, 3, 0]))}{keywords(r, keepdim=True)})", {"x": B}
    if pick in ("vector_norm", "norm"):
        x = r.tensor(r.shape(), r.choice(["float64", "float64", "int64"]))
        return f"torch.linalg.{pick}(x, {text(r.choice([1, 2, 3, 0, 0.5, math.inf, -math.inf, -1]))}{keywords(r, dim=r.dim(x.dim()), keepdim=True)})", {"x": x}
    if pick == "cross":
        return f"torch.linalg.cross(x, y, dim={r.dim(2)})", {"x": r.tensor([n, 3], "float64"), "y": r.tensor([n, 3], "float64")}
    return f"torch.linalg.{pick}(x)", {"x": A}


KINDS = [unary, unary, activation, binary, binary, binary, reduction, reduction, reduction, scan, scan, movement, movement, indexing,
         joining, product, product, loss, classes, probabilities, layer, layer, linear_algebra]


def plain(x):
    x = x.detach()
    # Zeros that a backward pass makes need not have memory.
    x = torch.zeros(x.shape, dtype=x.dtype) + x if x.is_floating_point() and x.layout == torch.strided and x._is_zerotensor() else x
    data = (x.to(torch.float64) if x.dtype == torch.float32 else x).flatten().tolist()
    spell = lambda v: v if not isinstance(v, float) or math.isfinite(v) else "NaN" if math.isnan(v) else "Infinity" if v > 0 else "-Infinity"
    return {"shape": list(x.shape), "dtype": str(x.dtype).replace("torch.", ""), "data": [spell(v) for v in data]}


def failure(error):
    return {"type": type(error).__name__, "message": str(error)}


def evaluate(call, inputs):
    result = eval(call, {"torch": torch, "F": F, "inf": math.inf, **inputs})
    return list(result) if isinstance(result, (tuple, list)) else [result]


def make_case(r, i):
    """A case of an ops file, or None for a call that PyTorch only takes by luck."""
    kind = r.choice(KINDS)
    call, inputs = kind(r)
    case = {"id": f"{i}.{kind.__name__}", "op": call.split("(")[0], "torch": call, "inputs": {k: plain(v) for k, v in inputs.items()}}
    diff = [name for name, x in inputs.items() if x.is_floating_point() and name not in ("m", "v") and not (kind is classes and name == "w") and r.maybe(0.9)]
    for name in diff:
        inputs[name] = inputs[name].clone().requires_grad_()
    try:
        results = evaluate(call, inputs)
    except TypeError:
        return None
    except Exception as error:
        return {**case, "error": failure(error)}
    if not results:
        return None
    case["outputs"] = [plain(x) for x in results]
    case["diff"] = diff
    first = results[0]
    if not first.requires_grad:
        return {**case, "diff": []}
    upstream = r.tensor(list(first.shape), str(first.dtype).replace("torch.", ""), edgy=r.maybe(0.05))
    case["upstream"] = plain(upstream)
    second = r.maybe(0.3)
    variables = [inputs[name] for name in diff]
    try:
        grads = torch.autograd.grad(first, variables, upstream, allow_unused=True, create_graph=second)
    except Exception as error:
        return {**case, "grad_error": failure(error)}
    case["grads"] = {name: g if g is None else plain(g) for name, g in zip(diff, grads)}
    if second:
        total = sum(g.sum() for g in grads if g is not None)
        try:
            found = torch.autograd.grad(total, variables, allow_unused=True) if isinstance(total, torch.Tensor) and total.requires_grad else [None] * len(diff)
        except Exception:
            return case
        case["second"] = {"of_sum": {name: plain(torch.zeros_like(x) if g is None else g) for name, g, x in zip(diff, found, variables)}}
    return case


def calls(r, count):
    torch.set_default_dtype(torch.float64)
    warnings.simplefilter("ignore")
    made = []
    while len(made) < count:
        case = make_case(r, len(made))
        if case is not None:
            made.append(case)
    torch.set_default_dtype(torch.float32)
    return made
