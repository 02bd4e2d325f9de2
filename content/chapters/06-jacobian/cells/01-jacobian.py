import torch


def vector_function(x):
    return torch.stack([
        x[0] ** 2 + x[1],
        x[0] * x[1],
        torch.sin(x[0]) + torch.cos(x[1]),
    ])


x = torch.tensor([1.0, 2.0], requires_grad=True)
y = vector_function(x)

jacobian = torch.zeros(3, 2)
for i in range(3):
    x.grad = None  # backward adds to what is there
    y[i].backward(retain_graph=True)  # the graph is needed again
    jacobian[i] = x.grad

print(f"Input: {x}")
print(f"Output: {y}")
print(f"Jacobian:\n{jacobian}")
same = torch.autograd.functional.jacobian(vector_function, x)
print("one call gives the same:", torch.equal(jacobian, same))
