import torch


def vector_function(x):
    return torch.stack([
        x[0] ** 2 + x[1],
        x[0] * x[1],
        torch.sin(x[0]) + torch.cos(x[1]),
    ])


x = torch.tensor([1.0, 2.0], requires_grad=True)
v = torch.tensor([1.0, -2.0, 0.5])
for gradient in (None, torch.ones(2), v):
    x.grad = None
    try:
        vector_function(x).backward(gradient)
        print(x.grad)
    except RuntimeError as error:
        for part in str(error).split(" and "):
            print(part)

x.grad = None
(v * vector_function(x)).sum().backward()  # the same gradient
print(x.grad)
