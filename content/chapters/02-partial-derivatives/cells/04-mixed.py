import torch

x = torch.tensor(1.0, requires_grad=True)
y = torch.tensor(2.0, requires_grad=True)
f = x**2 * y + x * y**2

df_dx, df_dy = torch.autograd.grad(f, (x, y), create_graph=True)
xx, xy = torch.autograd.grad(df_dx, (x, y), retain_graph=True)
yx, yy = torch.autograd.grad(df_dy, (x, y))
print(f"df/dx = {df_dx.item()}: d/dx of it {xx}, d/dy of it {xy}")
print(f"df/dy = {df_dy.item()}: d/dx of it {yx}, d/dy of it {yy}")
