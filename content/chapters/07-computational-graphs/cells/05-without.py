import torch

x = torch.tensor(2.0, requires_grad=True)

y = x.detach() * x  # one of the two uses is cut
y.backward()
print("detach:", x.grad.item())

with torch.no_grad():
    z = x * x
print("no_grad:", z.requires_grad, z.grad_fn)
try:
    z.backward()
except RuntimeError as error:
    print(error)

with torch.no_grad():
    x -= 0.1 * x.grad  # an update is no part of the function
print("still a leaf:", x.is_leaf, f"{x.item():.1f}")
