import torch

def f(x, y):
    return x**2 * y + x * y**2

x = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
y = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
f(x, y).backward()
print(f"autograd: {x.grad.item()} for x, {y.grad.item()} for y,", end="")
print(f" {(x.grad + y.grad).item()} for both")

with torch.no_grad():
    now = f(x, y)
    for h in (0.1, 0.01, 0.001):
        print(f"h = {h:5.3f}: {(f(x + h, y) - now) / h:.4f} for x", end="")
        print(f", {(f(x, y + h) - now) / h:.4f} for y", end="")
        print(f", {(f(x + h, y + h) - now) / h:.4f} for both")
