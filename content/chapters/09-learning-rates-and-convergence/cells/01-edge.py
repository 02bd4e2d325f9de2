import torch

curvatures = torch.tensor([1.0, 10.0], dtype=torch.float64)

def loss_after(steps, rate):
    x = torch.tensor([2.0, 1.0]).double().requires_grad_()
    optimizer = torch.optim.SGD([x], lr=rate)
    for step in range(steps):
        optimizer.zero_grad()
        (0.5 * curvatures * x ** 2).sum().backward()
        optimizer.step()
    return (0.5 * curvatures * x ** 2).sum().item()

print("2 / largest curvature =", 2 / curvatures.max().item())
for rate in (0.01, 0.1, 2 / 11, 0.19, 0.2, 0.21):
    last = loss_after(100, rate)
    print(f"rate {rate:.4f}: loss 7 becomes {last:.4g}")
