import torch
from torch import nn

torch.manual_seed(0)
x, v = torch.randn(32, 64), torch.randn(32, 64)
start = torch.randn(64, 64)
for norm in (nn.LayerNorm(64), nn.BatchNorm1d(64)):
    print(norm.__class__.__name__)
    for scale in (1.0, 10.0):
        weight = (scale * start).requires_grad_()
        output = norm(x @ weight.T)
        (v * output).sum().backward()
        print(f"  weights times {scale:4.1f}:"
              f" output {output.norm().item():.2f},"
              f" gradient {weight.grad.norm().item():.3f}")
