import torch
from torch import nn

torch.manual_seed(0)
layers = [nn.Linear(64, 64) for _ in range(20)]
h, outputs = torch.randn(32, 64), []
for layer in layers:
    h = torch.sigmoid(layer(h))
    h.retain_grad()  # h is no leaf: keep its gradient
    outputs.append(h)
nn.functional.mse_loss(h, torch.randn(32, 64)).backward()

for number in (20, 15, 10, 5, 1):
    norm = outputs[number - 1].grad.norm().item()
    weight = layers[number - 1].weight.grad.norm().item()
    print(f"layer {number:2d}: output {norm:.1e}, weights {weight:.1e}")
