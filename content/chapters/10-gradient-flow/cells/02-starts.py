import torch
from torch import nn


def norms(start, depth=50, width=64):
    torch.manual_seed(0)
    h, outputs = torch.randn(32, width), []
    for _ in range(depth):
        layer = nn.Linear(width, width)  # PyTorch's default start
        if start is not None:
            start(layer.weight)
            nn.init.zeros_(layer.bias)
        h = torch.relu(layer(h))
        h.retain_grad()
        outputs.append(h)
    nn.functional.mse_loss(h, torch.randn(32, width)).backward()
    return [outputs[i].grad.norm().item() for i in (0, -1)]


def he(weight):
    nn.init.kaiming_normal_(weight, nonlinearity="relu")


for name, start in (
    ("default", None),
    ("Xavier", nn.init.xavier_normal_),
    ("He", he),
):
    first, last = norms(start)
    print(f"{name:8s}first {first:.1e}, last {last:.1e}")
