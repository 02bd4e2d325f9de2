"""Single operations: the call, its gradients, the gradients of these."""

import math
import re

import torch
import torch.nn.functional as F

from .values import same, stored_form, tensor


def call_of(case):
    """The call as it was made: two stored texts leave out what only `attrs` or the result shows."""
    text, reduction = case["torch"], case.get("attrs", {}).get("reduction", "mean")
    if case["op"] == "compose":
        text = re.sub(r"(x\.expand\([^)]*\) \* x)\.unsqueeze\(1\)", r"\1", text)
    if reduction != "mean" and "reduction" not in text:
        text = text[:-1] + f", reduction='{reduction}')"
    return text


def evaluate(case, inputs):
    scope = {"torch": torch, "F": F, "inf": math.inf, "sqrt": math.sqrt, **inputs}
    scope["softmax"] = lambda s: F.softmax(s, dim=-1)
    scope["causal_mask"] = lambda s: s.masked_fill(torch.ones_like(s).tril() == 0, -math.inf)
    if "q" in inputs:
        scope["d"] = inputs["q"].shape[-1]
    if "x" in inputs and inputs["x"].dim() > 1:
        size = inputs["x"].shape[1]
        scope["zeros"], scope["ones"] = torch.zeros(size).double(), torch.ones(size).double()
    return eval(call_of(case), scope)


def check_op(case, file):
    torch.set_default_dtype(torch.float64)
    try:
        return check_call(case)
    finally:
        torch.set_default_dtype(torch.float32)


def check_call(case):
    inputs = {name: tensor(value, name in case.get("diff", [])) for name, value in case["inputs"].items()}
    if "error" in case:
        try:
            evaluate(case, inputs)
        except Exception as error:
            return type(error).__name__ == case["error"]["type"] and str(error) == case["error"]["message"]
        return False
    result = evaluate(case, inputs)
    results = list(result) if isinstance(result, tuple) else [result]
    expected = [case["output"]] if "output" in case else list(
        case["outputs"].values() if isinstance(case["outputs"], dict) else case["outputs"])
    tol = case.get("rel_tol", 1e-12)
    if not all(same(stored_form(a), {k: b[k] for k in ("shape", "data")}, tol) for a, b in zip(results, expected)):
        return False
    if "upstream" not in case or "grad_error" in case:
        return True
    variables = [inputs[name] for name in case["diff"]]
    first = torch.autograd.grad(
        results[0], variables, tensor(case["upstream"]), allow_unused=True, create_graph="second" in case)
    for gradient, name in zip(first, case["diff"]):
        if case["grads"][name] is not None:
            got = torch.zeros_like(inputs[name]) if gradient is None else gradient
            if not same(stored_form(got)["data"], case["grads"][name]["data"], tol):
                return False
    return check_second(case, variables, first, tol) if "second" in case else True


def check_second(case, variables, first, tol):
    second = case["second"]
    sums = {"of_sum": [g.sum() for g in first if g is not None]}
    if "v" in second:
        pairs = zip(first, case["diff"])
        sums["of_vdot"] = [(g * tensor(second["v"][name])).sum() for g, name in pairs if g is not None]
    for key, terms in sums.items():
        total = sum(terms)
        depends = isinstance(total, torch.Tensor) and total.requires_grad
        got = torch.autograd.grad(total, variables, allow_unused=True, retain_graph=True) if depends else [None] * len(variables)
        for gradient, x, name in zip(got, variables, case["diff"]):
            gradient = torch.zeros_like(x) if gradient is None else gradient
            if name in second.get(key, {}) and not same(stored_form(gradient)["data"], second[key][name]["data"], tol):
                return False
    return True
