import torch

x = torch.tensor(1.0, requires_grad=True)
y = torch.tensor(2.0, requires_grad=True)
f = x**2 * y + x * y**2 + 2
f.backward()             # one pass gives both partial derivatives

a, b = x.item(), y.item()
dx, dy = 2 * a * b + b**2, a**2 + 2 * a * b
print(f"f({a}, {b}) = {f.item()}")
print(f"df/dx = {x.grad.item():.3f}   by hand, 2xy + y^2 = {dx}")
print(f"df/dy = {y.grad.item():.3f}   by hand, x^2 + 2xy = {dy}")
