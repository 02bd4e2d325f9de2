"""What the notebook of the course computes."""

import torch
import torch.nn.functional as F
from torch.autograd import functional

from .values import DTYPES


def descent(a, case):
    x = torch.tensor(a["start"], dtype=DTYPES[case["dtype"]], requires_grad=True)
    rows = []
    for step in range(a["steps"]):
        x.grad = None
        f = (x - a["target"]) ** 2
        f.backward()
        row = [step, x.item(), f.item(), x.grad.item()]
        with torch.no_grad():
            x -= a["lr"] * x.grad
        rows.append(row + [x.item()])
    return {"rows": rows}


def quadratic(a, case):
    x = torch.tensor(a["x"], dtype=DTYPES[case["dtype"]], requires_grad=True)
    f = x ** 2 + 3 * x + 1
    return {"f": f, "dfdx": torch.autograd.grad(f, x)[0]}


def composition(a, case):
    x = torch.tensor(a["x"], dtype=DTYPES[case["dtype"]], requires_grad=True)
    f = (x ** 2 + 1) ** 3
    return {"f": f, "dfdx": torch.autograd.grad(f, x)[0]}


def two_var(a, case):
    x, y = (torch.tensor(a[name], dtype=DTYPES[case["dtype"]], requires_grad=True) for name in "xy")
    f = x ** 2 * y + x * y ** 2 + 2
    dx, dy = torch.autograd.grad(f, (x, y))
    return {"f": f, "dfdx": dx, "dfdy": dy}


def vector_function(a, case):
    x = torch.tensor(a["x"], dtype=DTYPES[case["dtype"]])
    F3 = lambda x: torch.stack([x[0] ** 2 + x[1], x[0] * x[1], torch.sin(x[0]) + torch.cos(x[1])])
    return {"output": F3(x), "jacobian": functional.jacobian(F3, x)}


def parameter_update(a, _):
    leaves = {name: torch.tensor(value, requires_grad=True) for name, value in a["params"].items()}
    loss = sum(value ** 2 for value in leaves.values())
    loss.backward()
    rows = [{"name": name, "current": value.item(), "gradient": value.grad.item(), "new": value.item() - a["lr"] * value.grad.item()}
            for name, value in leaves.items()]
    return {"loss": loss, "rows": rows}


def linear_layer(a, case):
    def run(reduce):
        X, W, b = (torch.tensor(a[name], dtype=DTYPES[case["dtype"]], requires_grad=True) for name in ("X", "W", "b"))
        loss = reduce(X @ W.T + b)
        loss.backward()
        return {"loss": loss, "dW": W.grad, "db": b.grad, "dX": X.grad}
    return {"sum": run(torch.sum), "mean": run(torch.mean), "sumsq": run(lambda y: (y ** 2).sum())}


def simple_net(a, case):
    made = lambda data: torch.tensor(data, dtype=DTYPES[case["dtype"]], requires_grad=True)
    params = {name: made(data) for name, data in a["params"].items()}
    x = made(a["x"])
    z1 = F.linear(x, params["layer1.weight"], params["layer1.bias"])
    output = F.linear(z1.relu(), params["layer2.weight"], params["layer2.bias"])
    loss = F.mse_loss(output, made(a["target"]).detach())
    loss.backward()
    return {"z1": z1, "output": output, "loss": loss, "dx": x.grad, "grads": {name: p.grad for name, p in params.items()}}


def descent_2d(a, case):
    position = torch.tensor(a["start"], dtype=DTYPES[case["dtype"]], requires_grad=True)
    path = [position.tolist()]
    for _ in range(a["steps"]):
        position.grad = None
        x, y = position
        (x ** 2 + y ** 2 - 2 * x - 4 * y + 5).backward()
        norm = torch.norm(position.grad)
        with torch.no_grad():
            position -= a["lr"] * position.grad
        path.append(position.tolist())
        if norm < 0.01:
            break
    return {"path": path}


def feature_importance(a, case):
    made = lambda name: torch.tensor(a[name], dtype=DTYPES[case["dtype"]], requires_grad=True)
    weight, bias, x = made("weight"), made("bias"), made("x")
    output = F.linear(x, weight, bias)
    loss = F.mse_loss(output, made("target").detach())
    loss.backward()
    importance = x.grad.abs().squeeze()
    return {"output": output, "loss": loss, "importance": importance, "argmax": importance.argmax()}


def quadratic_loss(a, case):
    return second_order(lambda x: 0.5 * (x[0] ** 2 + 2 * x[1] ** 2 + x[0] * x[1]), a, case)


def quadratic_family(a, case):
    return second_order(lambda x: 0.5 * (a["a"] * x[0] ** 2 + a["b"] * x[1] ** 2 + a["c"] * x[0] * x[1]), a, case)


def second_order(f, a, case):
    x = torch.tensor(a["x"], dtype=DTYPES[case["dtype"]], requires_grad=True)
    hessian = functional.hessian(f, x)
    return {"loss": f(x), "gradient": torch.autograd.grad(f(x), x)[0], "hessian": hessian,
            "eigvalsh": torch.linalg.eigvalsh(hessian)}


def linear_jacobian(a, case):
    weight, bias, x = (torch.tensor(a[name], dtype=DTYPES[case["dtype"]]) for name in ("weight", "bias", "x"))
    layer = lambda x: F.linear(x, weight, bias)
    return {"y": layer(x), "jacobian": functional.jacobian(layer, x)}
