"""How the files write tensors and numbers, and when two of them are the same."""

import math

import torch

NUMBERS = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
DTYPES = {"float32": torch.float32, "float64": torch.float64, "int64": torch.int64, "bool": torch.bool}


def decode(value):
    if isinstance(value, list):
        return [decode(item) for item in value]
    return NUMBERS.get(value, value) if isinstance(value, str) else value


def plain(value):
    """Tensors as nested lists, all the way down."""
    if isinstance(value, torch.Tensor):
        return value.tolist()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def same(got, stored, tol):
    expected = decode(stored)
    if isinstance(expected, bool) or expected is None or isinstance(expected, str):
        return got == expected
    if isinstance(expected, (int, float)):
        if got is None:
            return False
        if math.isnan(expected):
            return math.isnan(got)
        return got == expected or abs(got - expected) <= tol * max(1, abs(expected))
    if isinstance(expected, list):
        return len(got) == len(expected) and all(same(a, b, tol) for a, b in zip(got, expected))
    return all(key in got and same(got[key], item, tol) for key, item in expected.items())


def tensor(stored, requires_grad=False):
    data = torch.tensor(decode(stored["data"]), dtype=DTYPES[stored["dtype"]])
    return data.reshape(stored["shape"]).requires_grad_(requires_grad)


def leaf(data):
    return torch.tensor(decode(data), dtype=torch.float64, requires_grad=True)


def stored_form(x):
    dense = torch.zeros(x.shape, dtype=x.dtype) + x.detach() if x.is_floating_point() else x
    return {"shape": list(x.shape), "data": dense.flatten().tolist()}
