"""The cases of edges.py: calls as (id, call, inputs, second order?), programs as (id, code)."""

import math

import torch

inf, nan = math.inf, math.nan
F64, F32, I64 = torch.float64, torch.float32, torch.int64


def T(data, dtype=F64):
    return torch.tensor(data, dtype=dtype)


CALLS = []


def case(kind, call, second=False, **inputs):
    CALLS.append((f"{kind}.{sum(one[0].startswith(kind + '.') for one in CALLS)}", call, inputs, second))


# 0 · ∞: gradients are chosen, not multiplied by 0
EDGES = [0.0, -0.0, 1.0, -1.0, 0.5, 2.0, inf, -inf, nan]
mask = torch.tensor([True, False, True])
case("masked_fill", "x.masked_fill(m, 1).sqrt()", x=T([0.0, 1.0, 0.0]), m=mask)
case("masked_fill", "x.masked_fill(m, v).sqrt()", x=T([0.0, 1.0, 4.0]), m=mask, v=T(0.0))
case("masked_fill", "x.masked_fill(m, v).log()", x=T([0.0, 0.0, 4.0]), m=mask, v=T(2.0))
case("masked_fill", "x.masked_fill(m, v)", x=T([1.0, 2.0, 3.0], F32), m=mask, v=T(2.0))
case("masked_fill", "x.masked_fill(m, v)", x=T([1.0, 2.0, 3.0]), m=mask, v=T(2.0, F32))
for call in ["x.max()", "x.min()", "x.median()", "x.amax()", "x.amin()", "x.max(0)", "x.amax(0)", "x.topk(2)", "x.sort()"]:
    case("chosen", call + (".sqrt()" if call.endswith("()") and "sort" not in call else ""), x=T([0.0, 0.0, -0.0]))
    case("chosen", call, x=T([2.0, 0.0, 3.0, 3.0]))
for call in ["torch.where(m, x, y).sqrt()", "torch.maximum(x, y).sqrt()", "torch.minimum(x, y).sqrt()"]:
    inputs = dict(x=T([0.0, 1.0, 4.0]), y=T([1.0, 0.0, 0.0]))
    case("chosen", call, **inputs, **({"m": mask} if "where" in call else {}))
for call in ["F.relu(x)", "x.clamp(min=0)", "F.hardtanh(x)", "F.leaky_relu(x)", "x.abs()"]:
    case("chosen", call + ".sqrt()", x=T([0.0, 0.25, 0.5]))
case("chosen", "x.gather(0, i).sqrt()", x=T([0.0, 1.0, 4.0]), i=T([0, 0, 2], I64))
case("chosen", "F.pad(x, [1, 1]).sqrt()", x=T([1.0, 4.0]))
case("chosen", "x.tril().sqrt()", x=T([[1.0, 2.0], [3.0, 4.0]]))
case("chosen", "F.embedding(i, x, padding_idx=0).sqrt()", x=T([[0.0], [4.0]]), i=T([0, 1], I64))

# Products with zeros, infinities and NaN
for data in [[2, inf, 3], [2, nan, 3], [0, inf, 3], [0, nan, 2], [2, 0, inf], [2, 0, 3, 0, 5], [0, 2, 3], [2, 3, 0], [0, 0, 2], [inf, inf, 1], [1.5, -2, 0.5, 3], [0.0]]:
    case("cumprod", "x.cumprod(0)", x=T([float(v) for v in data]))
for data in [[2, inf, 3], [2, nan, 3], [0, inf, 3], [0, nan, 2], [2, 0, inf], [0, 0, inf], [2, 0, 3, 0, 5], [0, 2, 3]]:
    case("prod", "x.prod()", x=T([float(v) for v in data]))
    if data != [0, 0, inf]:
        case("prod", "x.prod(0)", x=T([float(v) for v in data]))
for data in [[2.0, 0.0, 3.0, 1.5], [0.0, 2.0, 3.0], [2.0, 0.0, 3.0, 0.0, 5.0], [1.5, -2.0, 0.5]]:
    case("cumprod_second", "x.cumprod(0)", True, x=T(data))
for dim in (0, 1, -1):
    case("cumprod_second", f"x.cumprod({dim})", True, x=T([[2.0, 0.0, 3.0], [1.0, 0.5, -1.0]]))
    case("prod_second", f"x.prod({dim})", True, x=T([[2.0, 0.0, 3.0], [1.0, 0.5, -1.0]]))

# Singular values
for m in ([[1, 1], [1, 1]], [[1, 2], [2, 4.001]], [[1e160, 2e160], [3e160, 4e160]], [[1e-170, 2e-170], [3e-170, 4e-170]], [[3, 0], [0, 0]], [[1, 2, 3], [4, 5, 6]], [[1, 2], [3, 4], [5, 6]]):
    m = [[float(v) for v in row] for row in m]
    for order in ("2", "'nuc'", "'fro'"):
        if not (order == "'fro'" and m[0][0] in (1e160, 1e-170)):
            case("singular", f"torch.linalg.matrix_norm(x, {order})", x=T(m))
    case("singular", "torch.linalg.svdvals(x)[0]", x=T(m))
for m in ([[2.0, 1.0], [0.5, -1.0]], [[1.0, 2.0, 3.0], [4.0, 5.0, 7.0]], [[1.0, 2.0], [3.0, 4.0], [5.0, 7.0]], [[1.0, 2.0, 0.0], [0.0, 3.0, 1.0], [2.0, 0.0, 1.0]]):
    case("singular_second", "torch.linalg.svdvals(x)", True, x=T(m))
    case("singular_second", "torch.linalg.matrix_norm(x, 'nuc')", True, x=T(m))
for m in ([[2.0, 1.0], [1.0, 3.0]], [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 10.0]], [[1.0, 2.0], [3.0, 4.0]]):
    case("det", "torch.linalg.det(x)", True, x=T(m))

# Rounded division and what is left of it
xs, ys = T([10.0, inf, -2.3, -inf, 5.0, -5.0, 0.0, -0.0, 7.5, -7.5, 7.5, nan, 1.0]), T([0.1, 2.0, inf, 2.0, 0.0, 0.0, -3.0, 3.0, 2.0, 2.0, -2.0, 1.0, nan])
for dtype in (F64, F32):
    for mode in ("floor", "trunc"):
        case("division", f"torch.div(x, y, rounding_mode='{mode}')", x=xs.to(dtype), y=ys.to(dtype))
    for name in ("remainder", "fmod"):
        case("division", f"torch.{name}(x, y)", x=xs.to(dtype), y=ys.to(dtype))
    for a, b in [(2.0, 0.1), (1.0, 0.1), (0.3, 0.1), (1e6, 0.7), (-6.0, 0.2), (1.0, 1 / 3)]:
        for mode in ("floor", "trunc"):
            case("division", f"torch.div(x, {b!r}, rounding_mode='{mode}')", x=T([a], dtype))
        case("division", f"torch.remainder(x, {b!r})", x=T([a], dtype))
for mode in ("floor", "trunc"):
    case("division", f"torch.div(x, y, rounding_mode='{mode}')", x=T([7, -7, 7, -7, 0, 9007199254740991], I64), y=T([2, 2, -2, -2, 5, 2], I64))

# Losses, powers, casts, bounds at their edges
for dtype in (F64, F32):
    for loss in ("F.huber_loss(x, y, reduction='none')", "F.smooth_l1_loss(x, y, reduction='none')", "F.huber_loss(x, y, reduction='none', delta=0.5)", "F.smooth_l1_loss(x, y, reduction='none', beta=0.5)"):
        case("loss", loss, x=T([inf, -inf, 1.0, -1.0, 0.5, 3.0, nan, 0.0], dtype), y=T([0.0] * 8, dtype))
for loss in ("F.huber_loss(x, y)", "F.smooth_l1_loss(x, y)", "F.huber_loss(x, y, delta=2.0)", "F.smooth_l1_loss(x, y, beta=2.0)"):
    case("loss", loss, True, x=T([1.0, -1.0, 0.25, 3.0]), y=T([0.0, 0.0, 0.5, 0.0]))
case("loss", "F.kl_div(x, y, reduction='batchmean')", x=T(-1.0), y=T(0.5))
for power in ("inf", "-inf", "torch.nan", "0.0", "0.5", "-0.5", "-1.0", "-2.0", "3.0"):
    case("power", f"x.pow({power})", x=T(EDGES))
case("power", "torch.pow(x, y)", x=T([0.0, 1.0, -1.0, 2.0, inf, 0.0]), y=T([inf, inf, inf, -inf, 0.0, 2.0]))
case("power", "x ** y", x=T([0, 1, -1, 2, -2, 3], I64), y=T([-1, -1, -1, -1, -2, 2], I64))
case("power", "x ** y", x=T([0, 1, -1, 2], I64), y=T(-3, I64))
for data in ([nan, inf, -inf], [1e30, -1e30], [-2.5, 2.5, -0.5, 0.0], [9.3e18, -9.3e18]):
    case("cast", "x.long()", x=T(data))
    case("cast", "x.to(torch.int64) + 1", x=T([v for v in data if abs(v) < 1e3] or [0.0]))
case("cast", "(-x).to(torch.float64).reciprocal()", x=T([0, 1, -1], I64))
case("cast", "(x * -1).to(torch.float64).reciprocal()", x=T([0, 2], I64))
for call in ("x.clamp(min=torch.nan)", "x.clamp(max=torch.nan)", "x.clamp(min=torch.nan, max=1.0)", "x.clamp(min=0.0, max=torch.nan)", "x.clamp(min=1.0, max=0.0)", "x.clamp(min=-inf)", "x.clamp(max=inf)"):
    case("clamp", call, x=T([1.0, -1.0, nan, inf, -inf, 0.3]))
for low, high in ((nan, None), (None, nan), (0.0, nan)):
    bounds = {key: T(value) for key, value in (("y", low), ("z", high)) if value is not None}
    text = ", ".join(f"{name}={key}" for name, key in (("min", "y"), ("max", "z")) if key in bounds)
    case("clamp", f"torch.clamp(x, {text})", x=T([1.0, -1.0, nan, inf, -inf, 0.3]), **bounds)
for name in ("elu", "selu", "celu")[:2] + ("silu", "mish", "gelu", "softplus", "logsigmoid", "hardtanh", "softsign"):
    case("activation", f"F.{name}(x)", x=T([0.0, 1.0, -1.0, inf, -inf, 0.3]))
case("activation", "F.elu(x)", True, x=T([0.0, 1.0, -1.0, 0.3]))
case("activation", "F.elu(x, alpha=1.5)", True, x=T([0.0, 1.0, -1.0, 0.3]))
case("activation", "F.selu(x)", True, x=T([0.0, 1.0, -1.0, 0.3]))
for factor in ("alpha=0", "beta=0", "alpha=0, beta=2", "alpha=2", "beta=0, alpha=-1"):
    case("addmm", f"torch.addmm(z, x, y, {factor})", x=T([[inf, nan]]), y=T([[1.0], [2.0]]), z=T([[1.0]]))
case("round", "x.round()", x=T([-0.3, 0.3, -0.5, 0.5, 1.5, -1.5, 2.5, inf, nan]))
case("round", "1 / x.round()", x=T([-0.3, 0.3]))
for name in ("ceil", "floor", "trunc"):
    case("round", f"1 / x.{name}()", x=T([-0.3, 0.3]))
for dtype, data in ((torch.bool, [True, False]), (I64, [1, 2, 3])):
    case("logsumexp", "x.logsumexp(0)", x=T(data, dtype))
case("lerp", "torch.lerp(x, y, 2.0)", x=T([inf, 1.0, 0.0]), y=T([1.0, inf, 2.0]))
case("lerp", "torch.lerp(x, y, w)", True, x=T([1.0, 2.0, 0.5]), y=T([3.0, 1.0, 2.0]), w=T([0.25, 0.75, 2.0]))

# Refused, and in which words
x24, logits, spatial = torch.arange(24.0, dtype=F64).reshape(2, 3, 4), T([[1.0, 2.0, 3.0], [0.5, 0.25, 0.0]]), torch.arange(24.0, dtype=F64).reshape(2, 3, 4) / 10
zero = lambda *shape: torch.zeros(shape, dtype=I64)
for target in (zero(2, 5), zero(2), zero(2, 4, 1), zero(3, 4), torch.ones(2, 4, dtype=F64)):
    case("refused_classes", "F.cross_entropy(x, y)", x=spatial, y=target)
    case("refused_classes", "F.nll_loss(x, y)", x=spatial, y=target)
for target in (zero(2, 1), zero(), torch.ones(2, 4, dtype=F64), torch.ones(2, dtype=F64), zero(3), zero(2, 2), torch.zeros(2, dtype=torch.bool), zero(2) + 5):
    case("refused_classes", "F.cross_entropy(x, y)", x=logits, y=target)
for target in (zero(1), zero(2)):
    case("refused_classes", "F.cross_entropy(x, y)", x=T([1.0, 2.0, 3.0]), y=target)
four = torch.ones(2, 3, 4, 4, dtype=F64)
for target in (zero(2, 4), zero(2, 4, 5), torch.ones(2, 4, 4, dtype=F64)):
    case("refused_classes", "F.cross_entropy(x, y)", x=four, y=target)
case("refused_classes", "F.cross_entropy(x, y)", x=T(1.0), y=zero())
case("refused_classes", "F.nll_loss(x, y)", x=T(1.0), y=zero())
for call in ("F.cross_entropy(x, torch.tensor([0, 1]), weight=torch.ones(4))", "F.cross_entropy(x, torch.tensor([0, 1]), weight=torch.ones(2))", "F.nll_loss(x, torch.tensor([0, 1]), weight=torch.ones(3, 1))",
             "F.cross_entropy(x, torch.ones(2, 3), weight=torch.ones(4))", "F.cross_entropy(x, torch.ones(2, 3), ignore_index=1)", "F.cross_entropy(x, torch.ones(2, 3), ignore_index=-1)",
             "F.cross_entropy(x, torch.tensor([0, 1]), label_smoothing=-0.1)", "F.cross_entropy(x, torch.ones(2, 3), label_smoothing=-0.1)", "F.cross_entropy(x, torch.tensor([0, 1]), label_smoothing=1.5)",
             "F.cross_entropy(x, torch.tensor([[0, 1, 2], [0, 1, 2]]))"):
    case("refused_classes", call, x=logits)
for call in ("torch.einsum('ii', x)", "torch.einsum('ii->i', x)"):
    case("refused_shapes", call, x=T([[1.0], [2.0]]))
    case("refused_shapes", call, x=T([[1.0, 2.0]]))
for call in ("x.expand(-2, 3)", "x.expand(2, -1, 3)", "x.expand(-1, -2)", "x.expand(-1, -1)", "x.expand(-3, 1, 3)"):
    case("refused_shapes", call, x=T([[1.0, 2.0, 3.0]]))
for call in ("torch.arange(.5, 0, 2) + x", "torch.arange(1, 0) + x", "torch.arange(0, 1, -1) + x", "torch.arange(0, 1, 0) + x", "torch.arange(inf) + x", "x.clamp()", "x.clamp(min=None, max=None)"):
    case("refused_shapes", call, x=T([1.0]))
for call in ("F.layer_norm(x, [])", "F.layer_norm(x, [4], torch.ones(3))", "F.layer_norm(x, [4], None, torch.ones(3))", "F.layer_norm(x, [5])", "F.layer_norm(x, [3, 4])", "F.layer_norm(x, [2, 3, 4, 1])"):
    case("refused_layers", call, x=x24)
for index in (2, -3, 1, -2):
    case("refused_layers", f"F.embedding(i, x, padding_idx={index})", x=T([[1.0, 2.0], [3.0, 4.0]]), i=zero(2))
flat = T([[1.0, 3.0, 2.0, 5.0]])
for call in ("F.avg_pool1d(x, 0)", "F.avg_pool1d(x, 2, 0)", "F.avg_pool1d(x, 2, 1, 2)", "F.avg_pool1d(x, 8)", "F.avg_pool1d(x, 2, -1)", "F.avg_pool1d(x, -1, 1)", "F.avg_pool1d(x, 2, 1, -1)", "F.avg_pool1d(x, 2)", "F.avg_pool1d(x, 3, 1, 1)"):
    case("refused_pools", call, x=flat)
for shape in ((4,), (1, 2, 3, 4), (1, 0), (1, 2, 0), (0, 4), (0, 1, 4)):
    case("refused_pools", "F.avg_pool1d(x, 2)", x=torch.ones(shape, dtype=F64))
    if shape != (0, 1, 4):
        case("refused_pools", "F.max_pool1d(x, 2)", x=torch.ones(shape, dtype=F64))
for call in ("F.max_pool1d(x, 0)", "F.max_pool1d(x, -1)", "F.max_pool1d(x, 2, 0)", "F.max_pool1d(x, 2, -1)", "F.max_pool1d(x, 2, 1, 2)", "F.max_pool1d(x, 2, 1, -1)", "F.max_pool1d(x, 2, 1, 0, 0)"):
    case("refused_pools", call.replace("x", "x.detach()", 2).replace("F.max.detach()_pool1d(x", "F.max_pool1d(x"), x=flat)
case("refused_pools", "F.avg_pool1d(x, 2)", x=T([[1, 2, 4, 8]], I64))
case("refused_pools", "F.max_pool1d(x, 2)", x=T([[1, 2, 4, 8]], I64))
for call in ("torch.linalg.vector_norm(x, inf)", "torch.linalg.vector_norm(x, -1)", "torch.linalg.vector_norm(x, -inf)", "torch.linalg.vector_norm(x, -2.5)", "torch.linalg.vector_norm(x, 2)", "torch.linalg.vector_norm(x, 0)"):
    case("refused_norms", call, x=T([]))
for call in ("torch.linalg.vector_norm(x, inf, 1)", "torch.linalg.vector_norm(x, inf, 0)", "torch.linalg.vector_norm(x, inf, -1)", "torch.linalg.vector_norm(x, 2, [0, 0])", "torch.linalg.matrix_norm(x, 3)", "torch.linalg.matrix_norm(x, 'x')", "torch.linalg.matrix_norm(x, 'fro', (0, 0))", "torch.linalg.matrix_norm(x, 'fro', (0,))", "torch.linalg.norm(x, 2, (0, 1, 1))"):
    case("refused_norms", call, x=torch.ones(2, 0, dtype=F64))
for call in ("torch.linalg.norm(x, 'fro')", "torch.linalg.norm(x, 'nuc')", "torch.linalg.matrix_norm(x)", "torch.linalg.vector_norm(x)"):
    case("refused_norms", call, x=T([1.0, 2.0]))
case("refused_norms", "torch.linalg.vector_norm(x)", x=T([1, 2], I64))
case("refused_norms", "x.norm()", x=T([1, 2], I64))
for call in ("torch.ceil(x)", "torch.floor(x)", "torch.round(x)", "torch.trunc(x)", "torch.abs(x)", "torch.relu(x)", "x.argmax()", "x.argmin(0)", "x.median()", "x.median(0)", "x.topk(1)", "torch.pow(x, x)"):
    case("refused_bools", call, x=T([True, False], torch.bool))
case("repeat", "x.repeat([1, 1])", x=T([[1.0, 2.0]]))
case("repeat", "x.repeat([2, 1])", x=T([[1.0, 2.0]]))

PROGRAMS = []


def program(kind, *lines):
    PROGRAMS.append((f"{kind}.{sum(one[0].startswith(kind + '.') for one in PROGRAMS)}", "\n".join(lines)))


START = ["x = torch.tensor([1.0, 2.0, 4.0], requires_grad=True)", "v = torch.tensor(0.0, requires_grad=True)", "w = torch.tensor([0.0, 9.0], requires_grad=True)", "a = x * 1"]
END = ["a.sqrt().sum().backward()", "print(x.grad)", "print(v.grad)", "print(w.grad)"]
for change in ["a[0] = 0", "a[1:] = 0", "a[a > 3] = 0", "a[torch.tensor([0, 2])] = 0", "a[0].zero_()", "a[0].mul_(0)", "a[:2].copy_(w)", "a[0] = v", "a[1:] = v", "a[a > 3] = v", "a[torch.tensor([0, 2])] = w",
               "a[0].fill_(v)", "a[0].copy_(v)", "a = a.masked_fill(a > 3, v)", "a.zero_()", "a.fill_(v)", "a[::2] = w", "a.view(-1)[0] = 0", "a[None][0, 0] = 0", "a.detach()[0] = 0", "a[..., 0] = v", "a.narrow(0, 0, 2).zero_()"]:
    program("overwrite", *START, change, *END)
program("overwrite", "x = torch.tensor([1.0, 2.0], requires_grad=True)", "a = x * 1", "a[0] = 0", "g = torch.autograd.grad(a.sqrt().sum(), x, create_graph=True)[0]", "print(g)", "print(torch.autograd.grad(g.sum(), x)[0])")
program("overwrite", "x = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)", "a = x * 1", "a.t()[0] = 0", "a.sqrt().sum().backward()", "print(x.grad)")
LEAF = "x = torch.tensor([1.0, 2.0], requires_grad=True)"
program("retain", LEAF, "a = x * 1", "a.retain_grad()", "a.mul_(2)", "a.sum().backward()", "print(a.grad, x.grad)")
program("retain", LEAF, "a = x * 1", "a.retain_grad()", "c = a * 3", "a.mul_(2)", "a.sum().backward()", "print(a.grad)")
program("retain", LEAF, "a = x * 1", "a.retain_grad()", "v = a[0]", "v.mul_(5)", "a.sum().backward()", "print(a.grad, x.grad)")
program("retain", LEAF, "a = x * 1", "v = a[0]", "v.retain_grad()", "a.mul_(2)", "(v * 3).backward()", "print(v.grad, x.grad)")
program("retain", LEAF, "a = x * 1", "v = a[0]", "v.retain_grad()", "v.mul_(5)", "v.backward()", "print(v.grad, x.grad)")
program("retain", LEAF, "a = x * 1", "a.retain_grad()", "c = a * 1", "with torch.no_grad():", "    a.mul_(5)", "c.sum().backward()", "print(a.grad)")
program("retain", LEAF, "a = x * 1", "a.register_hook(lambda g: print('hook', g))", "a.mul_(2)", "a.sum().backward()")
for count in (32767, 32768, 32769, 65536):
    program("version", "x = torch.tensor([1.0], requires_grad=True)", "y = x * 1", "z = y * y", "with torch.no_grad():", f"    for i in range({count}):", "        y.add_(0)", "z.backward()", "print(x.grad)")
    program("version", "x = torch.tensor(1.0, requires_grad=True)", "y = x * 1", "with torch.no_grad():", f"    for i in range({count}):", "        y.add_(0)", "z = y * y", "z.backward()", "print(x.grad)")
for result in ("5", "[g]", "g.sum()", "g.double()", "g.long()", "g * 2", "None", "'a'"):
    program("hook_result", LEAF, "a = x * 1", f"a.register_hook(lambda g: {result})", "a.sum().backward()", "print(x.grad)")
program("names", LEAF, "a = x * 1", "a[0] = 0", "print(a.grad_fn.name(), a)")
program("names", LEAF, "b = torch.zeros(2)", "b.copy_(x)", "print(b.grad_fn.name(), b)")
program("names", LEAF, "(x * x).sum().backward(create_graph=True)", "print(x.grad.grad_fn.name(), x.grad)")
program("names", LEAF, "a = x * 1", "a[0] = 1", "d = a * a", "a[1] = 3", "d.sum().backward()")
program("grad", LEAF, "torch.autograd.grad([x * 2, x * 3], [x], [torch.ones(2)])")
program("grad", LEAF, "torch.autograd.grad((x * 2).sum(), [])")
program("grad", LEAF, "torch.autograd.grad([x.sum(), (x * x).sum()], [x], [None, torch.tensor(2.0)])")
program("optimizer", "p = torch.tensor([1.0], requires_grad=True)", "o = torch.optim.SGD([{'params': [p], 'lr': 0.1}])", "p.sum().backward()", "o.step()", "print(p)")
program("optimizer", "p = torch.tensor([1.0], requires_grad=True)", "torch.optim.SGD([{'params': [p]}])")
program("optimizer", "p = torch.tensor([1.0], requires_grad=True)", "torch.optim.SGD([p])")
program("optimizer", "p = torch.tensor([1.0], requires_grad=True)", "q = torch.tensor([1.0], requires_grad=True)", "torch.optim.SGD([{'params': [p], 'lr': 0.1}, {'params': [q]}])")
program("printed", "print(torch.tensor([-0.3, 0.3, -0.5]).round())", "print(torch.tensor([True, False]).any().item(), torch.tensor([1]).item(), torch.tensor(2.0).eq(2).item())")
program("copies", LEAF, "y = x.repeat(1)", "y.mul_(3)", "print(x, y.grad_fn.name())")
program("copies", "x = torch.ones(2)", "y = x.repeat(1, 1)", "y.mul_(3)", "print(x, y)")
program("copies", "w = torch.ones(2, 2)", "r = torch.nn.functional.embedding(torch.tensor(0), w)", "r.mul_(3)", "print(w, r)")
program("copies", LEAF, "c = torch.cat([x[2:], torch.ones(2)])", "print(c.requires_grad)")
