import torch

def crease(x, y):
    return torch.relu(torch.minimum(x, y))

def same_crease(x, y):
    return torch.maximum(torch.minimum(x, y), torch.zeros(()))

for f in (crease, same_crease):
    x = torch.tensor(0.0, requires_grad=True)
    y = torch.tensor(0.0, requires_grad=True)
    f(x, y).backward()
    h = torch.tensor(0.001)
    nought = torch.tensor(0.0)
    print(f"{f.__name__}: PyTorch ({x.grad.item()}, {y.grad.item()})", end="")
    print(f", nudges ({f(h, nought) / h}, {f(nought, h) / h})", end="")
    print(f", both {f(h, h) / h}")
