import torch

x = torch.tensor(2.0, requires_grad=True)  # remember what is done to x
f = x**2 + 3 * x + 1                       # forward: the value
f.backward()                               # backward: the derivative

print(f"f({x.item()})  = {f.item()}")
print(f"f'({x.item()}) = {x.grad.item()}   autograd")
print(f"f'({x.item()}) = {2 * x.item() + 3}   by hand, 2x + 3")
