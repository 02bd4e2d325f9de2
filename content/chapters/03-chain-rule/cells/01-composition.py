import torch

x = torch.tensor(2.0, requires_grad=True)
h = x**2     # the first step
g = h + 1    # the second
f = g**3     # the third
f.backward()

print(f"x = {x.item()}, h = {h.item()}, g = {g.item()}, f = {f.item()}")
print(f"df/dx = {x.grad.item()} by autograd")

dh, dg, df = 2 * x.item(), 1, 3 * g.item() ** 2
print(f"df/dx = {dh} * {dg} * {df} = {dh * dg * df} by hand")
by_formula = 6 * x.item() * (x.item() ** 2 + 1) ** 2
print(f"df/dx = {by_formula} by 6x(x² + 1)²")
