"""Python programs, with what they print and raise."""

import contextlib
import io
import re

import torch
import torch.nn.functional as F
from torch import nn


def check_semantics(case, _):
    scope, out, error = {"torch": torch, "nn": nn, "F": F, "tensor": torch.tensor}, io.StringIO(), None
    if case.get("env"):
        text = case["env"].replace("rg)", "requires_grad=True)")
        exec(re.sub(r", (?=\w+=tensor)", "\n", text), scope)
    if "str" in case:
        return str(eval(case["code"], scope)) == case["str"]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        try:
            exec(case["code"], scope)
        except Exception as raised:
            error = {"type": type(raised).__name__, "message": str(raised)}
    expected = case.get("error")
    return out.getvalue() == (case.get("stdout") or "") and error == (expected and {k: expected[k] for k in ("type", "message")})
