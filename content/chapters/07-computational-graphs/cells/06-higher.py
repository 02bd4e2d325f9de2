import torch

x = torch.tensor(2.0, requires_grad=True)
f = x**3
derivative = f
for order in (1, 2, 3):
    (derivative,) = torch.autograd.grad(
        derivative, x, create_graph=True
    )
    print(order, derivative.item(), derivative.grad_fn is not None)
