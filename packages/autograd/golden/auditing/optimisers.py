"""Paths of optimisers, groups of parameters, schedules."""

import math
import re

import torch

from .values import leaf, same


def check_optim(case, _):
    torch.set_default_dtype(torch.float64)
    try:
        return {"trajectory": trajectory, "schedule": schedule, "param_groups": param_groups}[case["kind"]](case)
    finally:
        torch.set_default_dtype(torch.float32)


def trajectory(case):
    position = leaf(case["start"])
    kwargs = dict(case["kwargs"])
    if case["optimizer"] == "NAdam" and "QUIRK" not in case.get("note", ""):
        kwargs["foreach"] = True
    optimizer = getattr(torch.optim, case["optimizer"])([position], **kwargs)
    code = compile(case["formula"], "formula", "eval")

    def closure():
        optimizer.zero_grad()
        loss = eval(code, {"x": position[0], "y": position[1]})
        loss.backward()
        return loss

    path, losses = [position.tolist()], []
    for _ in range(case["steps"]):
        losses.append(optimizer.step(closure).item())
        path.append(position.tolist())
    expected = {key: case["expected"][key] for key in ("path", "loss")}
    return same({"path": path, "loss": losses}, expected, case["rel_tol"])


def schedule(case):
    optimizer = torch.optim.SGD([leaf([1.0])], lr=case["base_lr"], momentum=case["base_momentum"])
    text = re.sub(r"(?<!Chained)(LR|Restarts|Plateau)\(", r"\1(optimizer, ", case["scheduler"])
    names = {name: getattr(torch.optim.lr_scheduler, name) for name in re.findall(r"[A-Z]\w+(?=\()", text)}
    scheduler = eval(text, {"optimizer": optimizer, "cos": math.cos, "pi": math.pi, **names})
    rates, momenta, metric = [], [], case.get("metric")
    for i in range(case["steps"]):
        rates.append(optimizer.param_groups[0]["lr"])
        momenta.append(optimizer.param_groups[0]["momentum"])
        optimizer.step()
        scheduler.step(*([metric[min(i, len(metric) - 1)]] if metric else []))
    return same({"lr": rates, "momentum": momenta}, case["expected"], 1e-12)


def param_groups(case):
    scope = {name: leaf(data) for name, data in case["inputs"].items()}
    made, formula = [part.strip() for part in case["description"].split(";")[:2]]
    optimizer = eval("torch.optim." + re.sub(r"(\w+):", r"'\1':", made), {"torch": torch, **scope})
    steps = []
    for _ in case["expected"]["steps"]:
        optimizer.zero_grad()
        eval(formula.replace("loss=", ""), scope).backward()
        optimizer.step()
        steps.append({name: scope[name].tolist() for name in case["inputs"]})
    return same(steps, case["expected"]["steps"], 1e-12)
