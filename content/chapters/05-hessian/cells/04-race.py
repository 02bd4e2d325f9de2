import torch

def steps_needed(kappa, rate, momentum):
    curvatures = torch.tensor([1.0, kappa], dtype=torch.float64)
    x = torch.tensor([3.0, 0.5], dtype=torch.float64)
    x.requires_grad_()
    optimizer = torch.optim.SGD([x], lr=rate, momentum=momentum)
    first = x.detach().norm()
    for step in range(10_000):
        if x.detach().norm() <= 1e-6 * first:
            return step
        optimizer.zero_grad()
        (0.5 * curvatures * x ** 2).sum().backward()
        optimizer.step()

print("kappa | gradient descent | momentum")
for kappa in (1.0, 10.0, 100.0, 1000.0):
    root = kappa ** 0.5
    plain = steps_needed(kappa, 2 / (1 + kappa), 0.0)
    beta = ((root - 1) / (root + 1)) ** 2
    heavy = steps_needed(kappa, 4 / (1 + root) ** 2, beta)
    print(f"{kappa:5.0f} | {plain:16d} | {heavy:8d}")
