"""Printed tensors and formatted numbers."""

import contextlib

import torch
from torch import nn

from .values import decode, tensor


def check_format(case, _):
    if case["kind"] == "format":
        value = decode(case["value"])
        return format(value if case.get("is_int") else float(value), case["spec"]) == case["str"]
    if case["kind"] == "print_options":
        with contextlib.ExitStack() as stack:
            stack.callback(torch.set_printoptions, profile="default")
            torch.set_printoptions(**case["options"])
            return str(tensor(case["tensor"])) == case["str"]
    value = eval(case["code"], {"torch": torch, "nn": nn})
    return str(value) == case["str"] and ("fstring" not in case or f"{value}" == case["fstring"])
