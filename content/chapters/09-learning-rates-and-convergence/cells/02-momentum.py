import torch

alpha, beta = 0.3, 0.8
x = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.SGD([x], lr=alpha, momentum=beta)
lengths, before = [], 1.0
for step in range(600):
    optimizer.zero_grad()
    (0.5 * x ** 2).backward()
    optimizer.step()
    lengths.append((x.item() ** 2 + before ** 2) ** 0.5)
    before = x.item()

print(f"measured    {(lengths[599] / lengths[299]) ** (1 / 300):.4f}")
print(f"sqrt(beta)  {beta ** 0.5:.4f}")

step = torch.tensor([[1 + beta - alpha, -beta], [1.0, 0.0]])
print("eigenvalues", torch.linalg.eigvals(step))
