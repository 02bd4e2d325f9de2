import torch

rate = 0.1
parameters = {
    "weight_1": torch.tensor(0.5, requires_grad=True),
    "weight_2": torch.tensor(-0.3, requires_grad=True),
    "bias": torch.tensor(0.1, requires_grad=True),
}

loss = sum(p**2 for p in parameters.values())   # in place of a real one
loss.backward()

print(f"loss = {loss.item():.4f}")
print("parameter | current | gradient | new value")
print("----------|---------|----------|----------")
for name, p in parameters.items():
    current, slope = p.item(), p.grad.item()
    new = current - rate * slope
    print(f"{name:9} | {current:7.3f} | {slope:8.3f} | {new:7.3f}")
