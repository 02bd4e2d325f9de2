"""Writes `ops_edges_golden.json` and `python_edges.json`: what happens at the edges of operations and of autograd.

Calls and programs stand here; the answers are those of the PyTorch that runs this: python3 edges.py
"""

import json
import math
import random
import warnings
from pathlib import Path

import torch

from edge_cases import CALLS, PROGRAMS
from fuzzing.calls import DTYPES, evaluate, failure, plain
from fuzzing.programs import run_program

HERE = Path(__file__).parent
META = {"torch": torch.__version__, "torch_release": "1.13.1 (Debian 1.13.1+dfsg-4, no MKL, generic BLAS/LAPACK)", "cpu_capability": "AVX2"}


def stored(name, text, inputs, second):
    """One case of an ops file, with gradients for ones and, if wanted, the gradients of their sum."""
    tensors = {key: value.clone() for key, value in inputs.items()}
    case = {"id": name, "op": text.split("(")[0], "torch": text, "inputs": {key: plain(x) for key, x in tensors.items()}}
    diff = [key for key, x in tensors.items() if x.is_floating_point()]
    for key in diff:
        tensors[key].requires_grad_()
    try:
        results = evaluate(text, tensors)
    except Exception as error:
        return {**case, "error": failure(error)}
    case["outputs"] = [plain(x) for x in results]
    if not results[0].requires_grad:
        return case
    upstream = torch.ones_like(results[0])
    variables = [tensors[key] for key in diff]
    grads = torch.autograd.grad(results[0], variables, upstream, allow_unused=True, create_graph=second)
    case |= {"diff": diff, "upstream": plain(upstream), "grads": {key: g if g is None else plain(g) for key, g in zip(diff, grads)}}
    if second:
        # Weights that are not alike: a sum of all would hide what cancels.
        weights = [torch.cos(torch.arange(1.0, x.numel() + 1, dtype=x.dtype)).reshape(x.shape) for x in variables]
        total = sum((g * w).sum() for g, w in zip(grads, weights) if g is not None)
        found = torch.autograd.grad(total, variables, allow_unused=True)
        case["second"] = {"v": {key: plain(w) for key, w in zip(diff, weights)},
                          "of_vdot": {key: plain(torch.zeros_like(x) if g is None else g) for key, g, x in zip(diff, found, variables)}}
    return case


def main():
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    calls = [stored(*case) for case in CALLS]
    torch.set_default_dtype(torch.float32)
    programs = [{"id": name, "kind": "behaviour", "code": code, **run_program(code)} for name, code in PROGRAMS]
    for name, description, cases in [
        ("ops_edges_golden.json", "Edges of operations: infinities, NaN, zeros, whole numbers, wrong shapes; float64 unless said otherwise", calls),
        ("python_edges.json", "Edges of autograd: overwriting, hooks, versions, names, and what is refused", programs),
    ]:
        text = json.dumps({"meta": {"file": name, "description": description, **META}, "cases": cases}, indent=1)
        (HERE / name).write_text(text + "\n")
        print(name, len(cases))


if __name__ == "__main__":
    main()
