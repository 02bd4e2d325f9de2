import torch
from torch import nn


def gradients(residual, depth=50, width=64):
    torch.manual_seed(0)
    h, outputs = torch.randn(32, width), []
    for _ in range(depth):
        inner = torch.tanh(nn.Linear(width, width)(h))
        h = h + inner if residual else inner
        h.retain_grad()
        outputs.append(h)
    nn.functional.mse_loss(h, torch.randn(32, width)).backward()
    return [outputs[i].grad.norm().item() for i in (0, -1)]


for residual in (False, True):
    first, last = gradients(residual)
    print(f"residual {residual}: first {first:.1e}, last {last:.1e}")
