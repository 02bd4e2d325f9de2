import torch

def f(x, y):
    return x**2 * y + x * y**2

def show(name, a, b, c):
    print(f"{name} {a:7.4f} for x, {b:7.4f} for y, {c:7.4f} for both")

x = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
y = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
f(x, y).backward()
show("autograd: ", x.grad, y.grad, x.grad + y.grad)

with torch.no_grad():
    for h in (0.1, 0.01, 0.001):
        nudged = f(x + h, y), f(x, y + h), f(x + h, y + h)
        show(f"h = {h:5.3f}:", *((new - f(x, y)) / h for new in nudged))
