"""Whole networks: training, Hessians, landscapes, clipping, depth."""

import math

import torch
import torch.nn.functional as F
from torch import nn
from torch.autograd import functional

from .values import leaf


ACTIVATIONS = {"tanh": torch.tanh, "relu": torch.relu, "sigmoid": torch.sigmoid, "gelu": F.gelu}
LOSSES = {"mse": F.mse_loss, "bce_logits": F.binary_cross_entropy_with_logits}


def forward(x, params, activation):
    for i in range(0, len(params), 2):
        x = F.linear(x, params[i], params[i + 1])
        x = ACTIVATIONS[activation](x) if i < len(params) - 2 else x
    return x


def unflatten(theta, sizes):
    params, offset = [], 0
    for m, n in zip(sizes, sizes[1:]):
        for shape in ((n, m), (n,)):
            count = math.prod(shape)
            params.append(theta[offset:offset + count].reshape(shape))
            offset += count
    return params


def train_mlp(a, _):
    X, Y = leaf(a["X"]).detach(), leaf(a["Y"]).detach()
    params = [leaf(data) for data in a["init"].values()]
    optimizer = getattr(torch.optim, a["optimizer"])(params, **a["kwargs"])
    losses = []
    for _ in range(a["steps"]):
        optimizer.zero_grad()
        loss = LOSSES[a["loss"]](forward(X, params, a["activation"]), Y)
        loss.backward()
        losses.append(loss.item())
        optimizer.step()
    output = forward(X, params, a["activation"])
    return {"losses": losses, "final_output": output, "final_params": dict(zip(a["init"], params))}


def mlp_hessian(a, _):
    X, Y = leaf(a["X"]).detach(), leaf(a["Y"]).detach()
    output = lambda theta: forward(X, unflatten(theta, a["sizes"]), a["activation"])
    loss = lambda theta: LOSSES[a["loss"]](output(theta), Y)
    theta, v = leaf(a["theta"]), leaf(a["v"]).detach()
    hessian = functional.hessian(loss, theta)
    return {"loss": loss(theta), "gradient": torch.autograd.grad(loss(theta), theta)[0], "hessian": hessian,
            "eigenvalues": torch.linalg.eigvalsh(hessian), "hvp": hessian @ v, "trace": hessian.trace()}


def landscape(a, _):
    X, Y = leaf(a["X"]).detach(), leaf(a["Y"]).detach()
    theta, d1, d2 = (leaf(a[name]).detach() for name in ("theta", "d1", "d2"))
    at = lambda p, q: LOSSES[a["loss"]](forward(X, unflatten(theta + p * d1 + q * d2, a["sizes"]), a["activation"]), Y)
    return {"Z": [[at(p, q).item() for p in a["axis"]] for q in a["axis"]]}


def function_landscape(a, _):
    y, x = (grid.clone().requires_grad_() for grid in torch.meshgrid(
        leaf(a["y"]).detach(), leaf(a["x"]).detach(), indexing="ij"))
    Z = eval(a["formula"], {"x": x, "y": y})
    Z.sum().backward()
    return {"Z": Z, "gradient": torch.stack([x.grad, y.grad], dim=-1)}


def clip(a, _):
    def leaves():
        made = [leaf(grad) for grad in a["grads"]]
        for one in made:
            one.grad = one.detach().clone()
        return made
    by_norm, by_value = leaves(), leaves()
    total = nn.utils.clip_grad_norm_(by_norm, a["max_norm"], float(a["norm_type"]))
    nn.utils.clip_grad_value_(by_value, a["value"])
    return {"total_norm": total, "by_norm": [p.grad for p in by_norm], "by_value": [p.grad for p in by_value]}


def depth_gradients(a, file):
    base = next(case for case in file["cases"] if case["id"] == a["base"])["inputs"]["base"]
    weights = [(leaf(m).detach() * a["scale"]).requires_grad_() for m in base[:a["depth"]]]
    h = leaf(a["x"])
    for weight in weights:
        h = ACTIVATIONS[a["activation"]](h @ weight.T + a["bias"])
    loss = (h ** 2).sum() / 2
    loss.backward()
    return {"loss": loss, "output": h, "weight_grad_norms": [w.grad.norm() for w in weights]}


def clip_train(a, case):
    W = leaf(a["W"])
    x, target = leaf(a["x"]).detach(), leaf(a["target"]).detach()
    steps = []
    for _ in case["expected"]["steps"]:
        W.grad, h = None, x
        for _ in range(a["unroll"]):
            h = W @ h
        loss = F.mse_loss(h, target)
        loss.backward()
        norm = nn.utils.clip_grad_norm_([W], a["max_norm"])
        with torch.no_grad():
            W -= a["lr"] * W.grad
        steps.append({"loss": loss.item(), "grad_norm": norm.item(), "W": W.tolist()})
    return {"steps": steps}


def train_seeded(a, _):
    torch.manual_seed(a["seed"])
    X, Y = torch.tensor(a["X"], dtype=torch.float32), torch.tensor(a["Y"], dtype=torch.float32)
    net = nn.Sequential(nn.Linear(X.shape[1], 8), nn.Tanh(), nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, Y.shape[1]))
    optimizer, losses = torch.optim.SGD(net.parameters(), lr=a["lr"]), []
    for _ in range(a["steps"]):
        optimizer.zero_grad()
        loss = F.mse_loss(net(X), Y)
        loss.backward()
        losses.append(loss.item())
        optimizer.step()
    return {"losses": losses}


def depth_seeded(a, _):
    torch.manual_seed(a["seed"])
    layers = [nn.Linear(16, 16) for _ in range(20)]
    h = torch.randn(4, 16)
    for layer in layers:
        h = ACTIVATIONS[a["activation"]](layer(h))
    loss = (h ** 2).sum() / 2
    loss.backward()
    return {"loss": loss, "weight_grad_norms": [layer.weight.grad.norm() for layer in layers],
            "bias_grad_norms": [layer.bias.grad.norm() for layer in layers]}
