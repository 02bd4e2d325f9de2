"""Random programs: leaves, views, changes in place, hooks, backward passes and gradients of gradients."""

import contextlib
import io
import warnings

import torch


class Program:
    """A program that grows by a statement at a time, which is run at once."""

    def __init__(self, r):
        self.r, self.lines, self.scope, self.count, self.hooked = r, [], {"torch": torch}, 0, set()
        self.out = io.StringIO()

    def names(self, grad=None):
        return [n for n, v in self.scope.items() if isinstance(v, torch.Tensor) and (grad is None or v.requires_grad == grad)]

    def fresh(self):
        self.count += 1
        return f"t{self.count}"

    def run(self, line):
        self.lines.append(line)
        with contextlib.redirect_stdout(self.out), contextlib.redirect_stderr(io.StringIO()):
            exec(line, self.scope)


def data(r, shape):
    if not shape:
        return repr(round(r.uniform(0.5, 2), 2))
    return "[" + ", ".join(data(r, shape[1:]) for _ in range(shape[0])) + "]"


def leaf(p):
    r = p.r
    shape = r.choice([[], [2], [3], [2, 2], [2, 3], [2, 1], [1], [4]])
    grad = ", requires_grad=True" if r.maybe(0.7) else ""
    return f"{p.fresh()} = torch.tensor({data(r, shape)}, dtype=torch.float64{grad})"


def view(p):
    r, x = p.r, p.r.choice(p.names())
    rank = p.scope[x].dim()
    made = r.choice([f"{x}[0]", f"{x}[1:]", f"{x}[..., 0]", f"{x}[None]", f"{x}.t()", f"{x}.view(-1)", f"{x}.reshape(-1)", f"{x}.transpose(0, -1)", f"{x}.unsqueeze(-1)",
                     f"{x}.squeeze()", f"{x}.expand({[2] + list(p.scope[x].shape)})", f"{x}.narrow(0, 0, 1)", f"{x}.unbind()[0]", f"{x}.split(1)[0]", f"{x}.chunk(2)[0]",
                     f"{x}.detach()", f"{x}.select(-1, 0)", f"{x}[::2]", f"{x}.permute({list(range(rank))[::-1]})", f"{x}.flatten()", f"{x}.view({list(p.scope[x].shape)})"])
    return f"{p.fresh()} = {made}"


def compute(p):
    r = p.r
    x, y = r.choice(p.names()), r.choice(p.names())
    made = r.choice([f"{x} * {y}", f"{x} + {y}", f"{x} - {y}", f"{x} / {y}", f"{x} * 2", f"{x} ** 2", f"{x}.exp()", f"{x}.tanh()", f"{x}.sigmoid()", f"{x}.relu()", f"{x}.sin()",
                     f"{x}.sum()", f"{x}.mean()", f"{x}.prod()", f"{x}.sum(0)", f"{x}.cumsum(0)", f"{x}.cumprod(0)", f"{x}.softmax(0)", f"{x}.clone()", f"{x}.max()", f"{x}.max(0)[0]",
                     f"{x} @ {y}", f"torch.cat([{x}, {y}])", f"torch.stack([{x}, {x}])", f"torch.where({x} > 1, {x}, {y})", f"{x}.clamp(min=1)", f"{x}.masked_fill({x} > 1, 0.5)",
                     f"{x}.abs().sqrt()", f"torch.maximum({x}, {y})", f"{x}.norm()", f"{x}.var()", f"{x}.logsumexp(0)", f"{x}.flip([0])", f"{x}.repeat(2)", f"{x}[{x} > 1]"])
    return f"{p.fresh()} = {made}"


def in_place(p):
    r = p.r
    x, y = r.choice(p.names()), r.choice(p.names())
    change = r.choice([f"{x}.mul_(2)", f"{x}.add_(1)", f"{x}.mul_({y})", f"{x}.add_({y})", f"{x}.sub_({y})", f"{x}.div_(2)", f"{x}.zero_()", f"{x}.fill_(1.5)", f"{x}.copy_({y})",
                       f"{x}.exp_()", f"{x}.tanh_()", f"{x}.sigmoid_()", f"{x}.relu_()", f"{x}.neg_()", f"{x}.pow_(2)", f"{x}[0] = 0.5", f"{x}[0] = {y}", f"{x}[1:] = 0", f"{x}[{x} > 1] = 0.25",
                       f"{x} += 1", f"{x}.clamp_(min=1)", f"{x}.sqrt_()", f"{x}[0].mul_(3)", f"{x}.detach().mul_(2)"])
    if r.maybe(0.3) and not change.endswith("+= 1"):
        return f"with torch.no_grad():\n    {change}"
    return change


def hook(p):
    x = p.r.choice(p.names(True) or p.names())
    p.hooked.add(x)
    return p.r.choice([f"{x}.register_hook(lambda g: g * 2)", f"{x}.register_hook(lambda g: print('hook', g.tolist()))", f"{x}.retain_grad()", f"{x}.register_hook(lambda g: None)", f"{x}.register_hook(lambda g: g.sum())" if p.r.maybe(0.05) else f"{x}.retain_grad()"])


def backward(p):
    r = p.r
    x = r.choice(p.names(True) or p.names())
    keep = r.choice(["", ", retain_graph=True", ", retain_graph=True", ", create_graph=True"])
    if r.maybe(0.25):
        return f"{x}.backward({keep[2:]})"
    return f"({x} * {x}).sum().backward({keep[2:]})" if r.maybe(0.5) else f"{x}.sum().backward({keep[2:]})"


def gradient(p):
    r = p.r
    x = r.choice(p.names(True) or p.names())
    # Whether hooks of leaves run in `grad` is another matter in PyTorch 2.
    free = [name for name in p.names(True) if name not in p.hooked]
    if not free:
        return look(p)
    y = r.choice(free)
    options = r.choice(["create_graph=True", "create_graph=True", "retain_graph=True", "retain_graph=True, allow_unused=True"])
    return f"{p.fresh()} = torch.autograd.grad({x}.sum(), {y}, {options})[0]"


def look(p):
    x = p.r.choice(p.names())
    return p.r.choice([f"print({x}.tolist())", f"print({x}.grad if {x}.grad is None else {x}.grad.tolist())", f"print({x}.requires_grad, {x}.is_leaf)",
                       f"print(None if {x}.grad_fn is None else {x}.grad_fn.name())", f"print({x}.shape)"])


KINDS = [view] * 4 + [compute] * 6 + [in_place] * 4 + [hook, backward, backward, gradient, gradient, look, look]


def program(r, i):
    p = Program(r)
    for _ in range(r.randint(1, 2)):
        p.run(leaf(p))
    error = None
    for _ in range(r.randint(4, 14)):
        line = r.choice(KINDS + [leaf])(p)
        try:
            p.run(line)
        except Exception as raised:
            # As a rule what PyTorch refuses is left out, for longer programs.
            if r.maybe(0.7) and "backward" not in line and "grad(" not in line and "_(" not in line:
                p.lines.pop()
                continue
            error = {"type": type(raised).__name__, "message": str(raised)}
            break
    if error is None:
        for name in p.names():
            p.run(f"print('{name}', {name}.tolist(), {name}.requires_grad, {name}.grad if {name}.grad is None else {name}.grad.tolist())")
    return {"id": str(i), "kind": "behaviour", "code": "\n".join(p.lines), "stdout": p.out.getvalue(), "error": error}


def run_program(code):
    """What a program prints, and the error that ends it."""
    out, error = io.StringIO(), None
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        try:
            exec(code, {"torch": torch, "nn": torch.nn, "F": torch.nn.functional})
        except Exception as raised:
            error = {"type": type(raised).__name__, "message": str(raised)}
    return {"stdout": out.getvalue(), "error": error}


def programs(r, count):
    warnings.simplefilter("ignore")
    return [program(r, i) for i in range(count)]
