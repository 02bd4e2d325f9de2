import torch

def crease(x, y):
    return torch.relu(torch.minimum(x, y))

def same_crease(x, y):
    return torch.maximum(torch.minimum(x, y), torch.zeros(()))

h, nought = torch.tensor(0.001), torch.tensor(0.0)
for f in (crease, same_crease):
    x = torch.tensor(0.0, requires_grad=True)
    y = torch.tensor(0.0, requires_grad=True)
    f(x, y).backward()
    print(f"{f.__name__}")
    print(f"  PyTorch: {x.grad} for x, {y.grad} for y")
    a, b, both = f(h, nought) / h, f(nought, h) / h, f(h, h) / h
    print(f"  nudges:  {a} for x, {b} for y, {both} for both together")
