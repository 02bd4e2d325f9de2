import torch

def quadratic_loss(x):
    return 0.5 * (x[0] ** 2 + 2 * x[1] ** 2 + x[0] * x[1])

def slopes(x):
    return torch.autograd.functional.jacobian(quadratic_loss, x)

x = torch.tensor([1.0, 2.0])
H = torch.autograd.functional.hessian(quadratic_loss, x)
low, high = torch.linalg.eigvalsh(H)
rate = 2 / (low + high)           # the best single rate for both axes
steps = 0
while quadratic_loss(x) > 1e-6:
    x = x - rate * slopes(x)
    steps += 1
print(f"gradient descent at rate {rate:.3f}: {steps} steps")

x = torch.tensor([1.0, 2.0])
x = x - torch.linalg.solve(H, slopes(x))
print(f"Newton: 1 step, to {x.tolist()}")
