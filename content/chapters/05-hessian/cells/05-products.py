import torch
from torch import nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(8, 32), nn.Tanh(), nn.Linear(32, 1))
inputs, targets = torch.randn(64, 8), torch.randn(64, 1)
weights = list(net.parameters())
n = sum(w.numel() for w in weights)
passes = 0

def gradient_of(scalar, keep):
    global passes
    passes += 1
    parts = torch.autograd.grad(scalar, weights, create_graph=keep,
                                retain_graph=True)
    return torch.cat([part.reshape(-1) for part in parts])

loss = nn.functional.mse_loss(net(inputs), targets)
gradient = gradient_of(loss, keep=True)
v = torch.randn(n)
product = gradient_of(gradient @ v, keep=False)      # H v
print(f"{n} parameters; H v in {passes} backward passes")

passes = 1                                           # the gradient's
H = torch.stack([gradient_of(slope, keep=False) for slope in gradient])
print(f"H: {H.numel()} entries in {passes} backward passes")
print("the same product:", torch.allclose(H @ v, product, atol=1e-5))
print("symmetric:", torch.allclose(H, H.T, atol=1e-5))
