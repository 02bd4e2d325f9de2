import torch

rate = 0.1
parameters = {
    "weight_1": torch.tensor(0.5, requires_grad=True),
    "weight_2": torch.tensor(-0.3, requires_grad=True),
    "bias": torch.tensor(0.1, requires_grad=True),
}

loss = sum(p**2 for p in parameters.values())  # stands in for a real one
loss.backward()

print(f"loss = {loss.item():.4f}")
print("parameter | current | gradient | new value")
print("----------|---------|----------|----------")
for name, p in parameters.items():
    new = p.item() - rate * p.grad.item()
    print(f"{name:9} | {p.item():7.3f} | {p.grad.item():8.3f} | {new:7.3f}")
