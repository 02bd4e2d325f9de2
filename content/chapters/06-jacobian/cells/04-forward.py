import torch
import torch.autograd.forward_ad as forward_ad


def vector_function(x):
    return torch.stack([
        x[0] ** 2 + x[1],
        x[0] * x[1],
        torch.sin(x[0]) + torch.cos(x[1]),
    ])


x = torch.tensor([1.0, 2.0])
u = torch.tensor([0.25, -1.5])
with forward_ad.dual_level():
    y = vector_function(forward_ad.make_dual(x, u))
    value, velocity = forward_ad.unpack_dual(y)
print("value   ", value)
print("velocity", velocity)
