"""Seeds and what is drawn after them."""

import torch
import torch.nn.functional as F
from torch import nn

from .values import DTYPES, plain, same


def draw(kind, a):
    dtype = DTYPES[a.get("dtype", "float32")]
    blank = torch.empty(a.get("shape", a.get("n", 0)), dtype=dtype)
    if kind in ("uniform_", "normal_", "exponential_", "bernoulli_scalar"):
        args = {"uniform_": ("a", "b"), "normal_": ("mean", "std"), "exponential_": ("lambd",), "bernoulli_scalar": ("p",)}
        method = getattr(blank, "bernoulli_" if kind == "bernoulli_scalar" else kind)
        return method(*(a[name] for name in args[kind]))
    if kind.startswith(("kaiming", "xavier")):
        return getattr(nn.init, kind)(blank, **{k: v for k, v in a.items() if k not in ("shape", "dtype")})
    made = {
        "rand": lambda: torch.rand(a["n"], dtype=dtype),
        "seed_alias": lambda: torch.rand(a["n"]),
        "randn": lambda: torch.randn(a["n"], dtype=dtype),
        "randn_shape": lambda: torch.randn(a["shape"], dtype=dtype),
        "randint": lambda: torch.randint(a["low"], a["high"], (a["n"],)),
        "randperm": lambda: torch.randperm(a["n"]),
        "bernoulli_tensor": lambda: torch.bernoulli(torch.tensor(a["p"], dtype=dtype)),
        "dropout": lambda: F.dropout(torch.ones(a["n"]), a["p"], True),
        "linear": lambda: nn.Linear(a["in"], a["out"], dtype=dtype),
        "embedding": lambda: nn.Embedding(a["num"], a["dim"]),
        "conv1d": lambda: nn.Conv1d(a["in"], a["out"], a["kernel"]),
        "sequential": lambda: nn.Sequential(*sum(
            ([nn.Linear(m, n), nn.Tanh()] for m, n in zip(a["layers"], a["layers"][1:])), [])[:-1]),
    }[kind]()
    return {k: v.flatten() for k, v in made.state_dict().items()} if isinstance(made, nn.Module) else made


STEPS = {"randint": ("low", "high", "n"), "normal_": ("n", "mean", "std"), "uniform_": ("n", "a", "b"), "linear": ("in", "out")}


def check_random(case, _):
    kind, a = case["kind"], case["attrs"]
    if "capability" in case:
        return None  # another set of kernels than the one that runs here
    torch.manual_seed(int(case["seed"]))
    if kind == "raw":
        words = torch.empty(a["n"], dtype=torch.int64).random_().tolist()
        return [str(word) for word in words] == case["expected"]["int64_random_"]
    if kind != "sequence":
        made = draw(kind, a)
        got = made.flatten().tolist() if isinstance(made, torch.Tensor) else plain(made)
        return same(got, case["expected"], 1e-14)
    for step, expected in zip(a["steps"], case["expected"]):
        if step[0] == "manual_seed":
            torch.manual_seed(int(case["seed"]))
            continue
        names = STEPS.get(step[0], ("n", "dtype"))
        got = plain(draw(step[0], dict(zip(names, step[1:]))))
        if not same(got[-10:] if isinstance(got, list) and len(got) > 200 else got, expected, 1e-14):
            return False
    return True
